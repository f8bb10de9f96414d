namespace MlopsSandbox.Statistics;

/// <summary>Hellinger's distance of two histograms over the same bins.</summary>
/// <remarks>
/// Between rare bins it is more alert than <see cref="TotalVariation"/>: a share that goes from 0 to 0.01 counts as much as one from 0.25 to 0.36.
/// A metric. Empty bins need no smoothing. Hellinger (1909), J. reine angew. Math. 136, 210–271.
/// </remarks>
public static class Hellinger
{
    /// <summary>The distance of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in [0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>√(½·Σ (√b − √c)²): 0 (equal) to 1 (no bin in common). Symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    /// <example><c>Distance([0.5, 0.5], [0, 1])</c> is 0.5411961.</example>
    public static double Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Shares.Require(baseline, current);
        double sum = 0;
        for (int k = 0; k < baseline.Length; k++)
        {
            double apart = Math.Sqrt(baseline[k]) - Math.Sqrt(current[k]);
            sum += apart * apart;
        }

        return Math.Min(1, Math.Sqrt(sum / 2));
    }

    /// <summary>The distance of two rows of counts, unsmoothed.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Distance(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) => Distance(Shares.Of(baseline), Shares.Of(current));
}
