namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>How large a home is made.</summary>
/// <param name="Runs">Runs.</param>
/// <param name="Spans">Spans, about 50 a trace.</param>
/// <param name="Versions">Model versions: half in one group, half in a group of each run that made some of them.</param>
/// <param name="Seed">All chance comes from it.</param>
internal sealed record SeedSizes(int Runs, int Spans, int Versions, int Seed);
