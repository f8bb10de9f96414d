namespace MlopsSandbox.Statistics;

/// <summary>What two rows of counts over the same categories must hold to.</summary>
internal static class CategoryCounts
{
    /// <summary>Rows of each sample.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    public static (long Baseline, long Current) Totals(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        if (baseline.Length != current.Length)
            throw new ArgumentException($"{baseline.Length} baseline counts against {current.Length} current ones; expected the same categories in both.");
        return (Total(baseline, nameof(baseline)), Total(current, nameof(current)));
    }

    private static long Total(ReadOnlySpan<int> counts, string name)
    {
        long total = 0;
        foreach (int count in counts) total += count >= 0 ? count : throw new ArgumentException($"A count is {count}; expected 0 or more.", name);
        return total > 0 ? total : throw new ArgumentException("The sample has no rows; expected at least one.", name);
    }
}
