namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Some of the runs that a query is about.</summary>
/// <param name="Runs">The page, with stages and tags and without journals; empty beyond the end.</param>
/// <param name="Total">Runs on all pages.</param>
public sealed record RunPage(IReadOnlyList<RunRow> Runs, int Total);
