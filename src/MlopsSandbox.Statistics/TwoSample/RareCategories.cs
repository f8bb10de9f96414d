namespace MlopsSandbox.Statistics;

/// <summary>Puts rare categories together until each has enough rows for a chi-square approximation.</summary>
public static class RareCategories
{
    /// <summary>
    /// Merges all categories whose expected count is below <paramref name="minimumExpected"/> in the smaller sample into one, and should
    /// that one still be short, takes in the rarest of the others.
    /// </summary>
    /// <param name="baseline">Count of each category.</param>
    /// <param name="current">Counts of the same categories in the same order.</param>
    /// <param name="minimumExpected">Rows that the smaller sample must expect in each category; Cochran's custom is 5.</param>
    /// <returns>Merged counts of both: the merged category first when there is one, then the others in their order. Categories that neither has are left out.</returns>
    /// <remarks>Only the sums of both samples decide, so that the merging does not favour an outcome of the test.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    public static (int[] Baseline, int[] Current) Merge(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current, double minimumExpected = 5)
    {
        (long baselineRows, long currentRows) = CategoryCounts.Totals(baseline, current);
        double enough = minimumExpected * (baselineRows + currentRows) / Math.Min(baselineRows, currentRows);
        List<(long Baseline, long Current)> kept = [];
        (long Baseline, long Current) other = (0, 0);
        for (int k = 0; k < baseline.Length; k++)
        {
            if ((long)baseline[k] + current[k] >= enough) kept.Add((baseline[k], current[k]));
            else other = (other.Baseline + baseline[k], other.Current + current[k]);
        }

        if (other.Baseline + other.Current is > 0 and long rare)
            kept.Insert(0, rare >= enough || kept.Count == 0 ? other : TakeInRarest(kept, other));
        return ([.. kept.Select(pair => (int)pair.Baseline)], [.. kept.Select(pair => (int)pair.Current)]);
    }

    private static (long Baseline, long Current) TakeInRarest(List<(long Baseline, long Current)> kept, (long Baseline, long Current) other)
    {
        (long Baseline, long Current) rarest = kept.MinBy(pair => pair.Baseline + pair.Current);
        kept.Remove(rarest);
        return (other.Baseline + rarest.Baseline, other.Current + rarest.Current);
    }
}
