using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>Fills a new home with as many runs, spans and model versions as a busy team makes in years: the same rows for the same seed.</summary>
internal static class SeededHome
{
    /// <summary>When the first run started.</summary>
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="FormatException">The home is in use: nothing was written.</exception>
    public static void Fill(string home, SeedSizes sizes)
    {
        string file = Path.GetFullPath(Path.Combine(home, "catalog.db"));
        if (File.Exists(file)) throw new FormatException($"{file}: found a catalog; expected a home without one, as seeding writes no rows among others. Name another folder by --home.");
        SettableClock clock = new(Start);
        using CatalogStore catalog = CatalogStore.Open(home, clock);
        IReadOnlyList<SeededRun> runs = SeededRun.Many(sizes);
        SeededRuns.Write(catalog, clock, runs, sizes);
        SeededTraces.Write(Path.Combine(home, "telemetry.db"), runs, sizes);
    }
}
