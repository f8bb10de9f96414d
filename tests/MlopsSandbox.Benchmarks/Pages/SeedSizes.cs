namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>How large a home is made.</summary>
/// <param name="Runs">Runs.</param>
/// <param name="Spans">Spans, about 50 a trace.</param>
/// <param name="Versions">Model versions: half in one group, half in as many groups as there are runs.</param>
/// <param name="Seed">All chance comes from it.</param>
internal sealed record SeedSizes(int Runs, int Spans, int Versions, int Seed);
