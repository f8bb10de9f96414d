namespace MlopsSandbox.Statistics;

/// <summary>Makes of lattice paths that are too many to count ones that can be counted, with the same ties.</summary>
internal static class ThinnedPaths
{
    /// <summary>Cells that may be counted then: a millisecond or two, and samples of 1,000 against 1,000 values or more.</summary>
    private const long MostCells = 2_000_000;

    /// <summary>The smaller sample is not made smaller than this while the larger can be, as the smaller one decides how near the limit is.</summary>
    private const int LeastShorter = 400;

    /// <param name="paths">Too many.</param>
    /// <param name="farUnits">The distance about which cells are counted.</param>
    public static TiedPaths Of(TiedPaths paths, Func<TiedPaths, long> farUnits)
    {
        // Cells grow with the size, to a power of 1.5 without ties and of 2 with few different values.
        for (double share = Math.Sqrt((double)MostCells / paths.Cells(farUnits(paths))); ; share *= 0.8)
        {
            int shorter = (int)Math.Max(Math.Min(paths.Shorter, LeastShorter), paths.Shorter * share);
            TiedPaths thinned = paths.Thinned(Math.Max(shorter, (int)(paths.Longer * share)), shorter);
            if (thinned.Cells(farUnits(thinned)) <= MostCells) return thinned;
        }
    }
}
