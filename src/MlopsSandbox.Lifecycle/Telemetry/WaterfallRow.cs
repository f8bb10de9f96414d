namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A line of a waterfall.</summary>
/// <param name="Depth">0 for the root.</param>
/// <param name="Span">What it shows; its name, kind and status are the line's.</param>
/// <param name="Offset">From the start of the first span.</param>
/// <param name="Duration">Until its end; for an open span until the last thing that is known of the trace.</param>
public sealed record WaterfallRow(int Depth, SpanRecord Span, TimeSpan Offset, TimeSpan Duration)
{
    /// <summary>The span's name.</summary>
    public string Name => Span.Name;
    /// <summary>The span's status.</summary>
    public SpanStatus Status => Span.Status;
    /// <summary>The span's kind: <c>producer</c> and <c>consumer</c> are the job's time, the others the work's own.</summary>
    public string Kind => Span.Kind;
    /// <summary>True while the span has no end.</summary>
    public bool IsOpen => Span.EndedAt is null;
}
