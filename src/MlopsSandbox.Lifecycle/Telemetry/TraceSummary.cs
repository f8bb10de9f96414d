using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A trace in a list, in the shape in which it is shown.</summary>
public sealed record TraceSummary
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string TraceId { get; init; }
    /// <summary>Name of its root: of the spans without a parent the first; where there is none, as the parent is in another program, of all.</summary>
    public required string Name { get; init; }
    /// <summary>Wall time at which its first span started.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>From there to the last end of a span, where a run's own end counts before its root span's. Null while a span is open.</summary>
    /// <remarks>A run that waits with no process at work has no open span: its trace looks ended until it goes on. Whether it is over, the run's status says.</remarks>
    [JsonIgnore]
    public TimeSpan? Duration { get; init; }
    /// <summary><see cref="Duration"/> in seconds.</summary>
    public double? DurationSeconds => Duration?.TotalSeconds;
    /// <summary>Its spans.</summary>
    public required int Spans { get; init; }
    /// <summary>Those that have no end yet.</summary>
    public required int OpenSpans { get; init; }
    /// <summary>Those that failed.</summary>
    public required int Errors { get; init; }
    /// <summary>How its root ended.</summary>
    public required SpanStatus Status { get; init; }
    /// <summary>The run that it tells of; null for none.</summary>
    public required string? RunId { get; init; }
}
