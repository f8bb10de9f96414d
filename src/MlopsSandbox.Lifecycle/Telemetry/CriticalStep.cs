namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A stretch of time on a trace's critical path.</summary>
/// <param name="Line">The line of the span that it is about.</param>
/// <param name="From">From the start of the trace.</param>
/// <param name="To">From the start of the trace; above <paramref name="From"/>.</param>
/// <param name="IsWait">True when the span waited, such as in the job queue; false when it worked.</param>
public sealed record CriticalStep(int Line, TimeSpan From, TimeSpan To, bool IsWait);
