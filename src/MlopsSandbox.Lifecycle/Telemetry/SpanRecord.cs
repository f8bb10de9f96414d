using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A span as <c>telemetry.db</c> keeps it.</summary>
public sealed record SpanRecord
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string TraceId { get; init; }
    /// <summary>16 hexadecimal digits.</summary>
    public required string SpanId { get; init; }
    /// <summary>The parent's span id; null for the root of a trace.</summary>
    public string? ParentId { get; init; }
    /// <summary>One of <see cref="TelemetryNames.Spans"/>, or another library's.</summary>
    public required string Name { get; init; }
    /// <summary><c>internal</c>, <c>server</c>, <c>client</c>, <c>producer</c> or <c>consumer</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>The activity source that emitted it.</summary>
    public required string Source { get; init; }
    /// <summary>Wall time.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Wall time; null while it is open. For a run that ended in another process, the run's own end.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>How it ended.</summary>
    public required SpanStatus Status { get; init; }
    /// <summary>What went wrong, or null.</summary>
    public string? StatusMessage { get; init; }
    /// <summary>Attributes in the order they were set.</summary>
    public IReadOnlyDictionary<string, JsonElement> Attributes { get; init; } = new Dictionary<string, JsonElement>();
    /// <summary>Events in order of time.</summary>
    public IReadOnlyList<SpanEventRecord> Events { get; init; } = [];
    /// <summary>Spans of other traces that it has to do with.</summary>
    public IReadOnlyList<SpanLinkRecord> Links { get; init; } = [];
    /// <summary>Token of the process that started it.</summary>
    public required string Owner { get; init; }
}
