using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Shapes;

/// <summary>A trace in a list.</summary>
internal sealed record TraceListedShape
{
    public required string TraceId { get; init; }
    /// <summary>Name of its root span.</summary>
    public required string Name { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Null while a span of it is open.</summary>
    public required double? DurationSeconds { get; init; }
    public required int Spans { get; init; }
    public required int OpenSpans { get; init; }
    public required int Errors { get; init; }
    /// <summary>How its root span ended.</summary>
    public required SpanStatus Status { get; init; }
    /// <summary>Null when it tells of no run.</summary>
    public required string? RunId { get; init; }

    internal static TraceListedShape Of(TraceSummary trace) => new()
    {
        TraceId = trace.TraceId,
        Name = trace.Name,
        StartedAt = trace.StartedAt,
        DurationSeconds = trace.Duration?.TotalSeconds,
        Spans = trace.Spans,
        OpenSpans = trace.OpenSpans,
        Errors = trace.Errors,
        Status = trace.Status,
        RunId = trace.RunId,
    };
}
