namespace MlopsSandbox.Statistics;

/// <summary>Total variation of two histograms over the same bins: the share of rows that would have to change their bin.</summary>
/// <remarks>
/// The largest difference in probability over all sets of bins. A metric. Empty bins need no smoothing.
/// Levin, Peres and Wilmer (2009), Markov Chains and Mixing Times, chapter 4.
/// </remarks>
public static class TotalVariation
{
    /// <summary>The distance of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in [0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>½·Σ |b − c|: 0 (equal) to 1 (no bin in common). Symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    /// <example><c>Distance([0.5, 0.5], [0.2, 0.8])</c> is 0.3.</example>
    public static double Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Shares.Require(baseline, current);
        double sum = 0;
        for (int k = 0; k < baseline.Length; k++) sum += Math.Abs(baseline[k] - current[k]);
        return Math.Min(1, sum / 2);
    }

    /// <summary>The distance of two rows of counts, unsmoothed.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Distance(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) => Distance(Shares.Of(baseline), Shares.Of(current));
}
