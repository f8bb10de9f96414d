namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A span's place in the drawing of its trace.</summary>
/// <param name="Span">The span.</param>
/// <param name="Parent">The line of its parent; -1 for a root.</param>
/// <param name="Depth">0 for a root.</param>
/// <param name="Offset">From the start of the trace.</param>
/// <param name="Duration">Until its end; for an open span until the last thing that is known of the trace.</param>
/// <param name="Queue">How long it waited in a queue before it started: from the end of the producer to the start of the consumer that is its child; zero for others.</param>
public sealed record TraceLine(SpanOutline Span, int Parent, int Depth, TimeSpan Offset, TimeSpan Duration, TimeSpan Queue)
{
    /// <summary>Lines below that it caused, directly or not: the next so many lines.</summary>
    public int Below { get; internal set; }

    /// <summary>Last end among it and all below, from the start of the trace.</summary>
    public TimeSpan LastEnd { get; internal set; }

    /// <summary>From the start of the trace to its end.</summary>
    public TimeSpan End => Offset + Duration;
}
