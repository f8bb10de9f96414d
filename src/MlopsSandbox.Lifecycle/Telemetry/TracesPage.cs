namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Some of the traces that a query is about.</summary>
/// <param name="Traces">The page; empty beyond the end.</param>
/// <param name="Total">Traces on all pages.</param>
public sealed record TracesPage(IReadOnlyList<TraceSummary> Traces, int Total);
