namespace MlopsSandbox.Statistics;

/// <summary>The L∞ (Chebyshev) distance of two histograms over the same bins: the largest change of any one bin's share.</summary>
/// <remarks>
/// Reads as it is ("one category moved by 12 points"), and hardly grows with the number of bins; many small changes together stay unseen.
/// A metric. Empty bins need no smoothing. Breck et al. (2019), Data Validation for Machine Learning, MLSys, use it for categories.
/// </remarks>
public static class LargestShareChange
{
    /// <summary>The distance of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in [0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>max |b − c|: 0 (equal) to 1 (each sample in one bin of its own). Symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    /// <example><c>Distance([0.5, 0.3, 0.2], [0.4, 0.2, 0.4])</c> is 0.2.</example>
    public static double Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Shares.Require(baseline, current);
        double largest = 0;
        for (int k = 0; k < baseline.Length; k++) largest = Math.Max(largest, Math.Abs(baseline[k] - current[k]));
        return largest;
    }

    /// <summary>The distance of two rows of counts, unsmoothed.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Distance(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) => Distance(Shares.Of(baseline), Shares.Of(current));
}
