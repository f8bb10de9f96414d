namespace MlopsSandbox.Web.Traces;

/// <summary>The spans of a trace that have the same names from the root down.</summary>
/// <param name="Count">How many there are; from 1.</param>
/// <param name="Total">Their durations together, which is more than time passed where they ran side by side.</param>
/// <param name="Median">The middle one of their durations; of an even number the mean of both.</param>
/// <param name="Failed">Those that failed, or whose process died.</param>
public sealed record SpanGroup(int Count, TimeSpan Total, TimeSpan Median, int Failed);
