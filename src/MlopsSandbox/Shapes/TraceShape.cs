using System.Text.Json;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Shapes;

/// <summary>A trace: its spans by start, and the run that they tell of; null where they tell of none.</summary>
internal sealed record TraceShape(string? RunId, string TraceId, IReadOnlyList<SpanShape> Spans)
{
    /// <summary>The trace as it is shown.</summary>
    /// <param name="runId">Its run; null for none.</param>
    /// <param name="traceId">Its id.</param>
    /// <param name="spans">Its spans.</param>
    /// <param name="runOfTrace">The run that another trace belongs to; null for one that this home does not know.</param>
    public static TraceShape Of(string? runId, string traceId, IEnumerable<SpanRecord> spans, Func<string, string?> runOfTrace) =>
        new(runId, traceId, [.. spans.Select(span => SpanShape.Of(span, runOfTrace))]);
}

/// <summary>A span of a trace.</summary>
internal sealed record SpanShape
{
    public required string SpanId { get; init; }
    /// <summary>Null for the trace's root.</summary>
    public required string? ParentSpanId { get; init; }
    public required string Name { get; init; }
    /// <summary><c>internal</c>, <c>producer</c>, <c>consumer</c>, <c>server</c> or <c>client</c>.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Null while it runs.</summary>
    public required double? DurationSeconds { get; init; }
    public required SpanStatus Status { get; init; }
    public required IReadOnlyDictionary<string, JsonElement> Attributes { get; init; }
    public required IReadOnlyList<SpanLinkShape> Links { get; init; }
    public required IReadOnlyList<SpanEventRecord> Events { get; init; }

    internal static SpanShape Of(SpanRecord span, Func<string, string?> runOfTrace) => new()
    {
        SpanId = span.SpanId,
        ParentSpanId = span.ParentId,
        Name = span.Name,
        Kind = span.Kind,
        StartedAt = span.StartedAt,
        DurationSeconds = (span.EndedAt - span.StartedAt)?.TotalSeconds,
        Status = span.Status,
        Attributes = span.Attributes,
        Links = [.. span.Links.Select(link => new SpanLinkShape(link.TraceId, link.SpanId, runOfTrace(link.TraceId)))],
        Events = span.Events,
    };
}

/// <summary>A span of another trace that this one has to do with, such as the drift check that caused a retrain.</summary>
/// <param name="TraceId">The other trace.</param>
/// <param name="SpanId">The span in it.</param>
/// <param name="RunId">The run that the other trace belongs to; null when this home does not know it.</param>
internal sealed record SpanLinkShape(string TraceId, string SpanId, string? RunId);
