namespace MlopsSandbox.Statistics;

/// <summary>Bhattacharyya's coefficient and distance of two histograms over the same bins.</summary>
/// <remarks>
/// The coefficient is the overlap; the distance its negative logarithm, which breaks the triangle inequality, so no metric
/// (<see cref="Hellinger"/>, √(1 − coefficient), is one). Bhattacharyya (1943), Bull. Calcutta Math. Soc. 35, 99–109.
/// </remarks>
public static class Bhattacharyya
{
    /// <summary>The distance of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in [0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>
    /// −ln Σ √(b·c): 0 when equal, large is far, infinite when no bin is common to both. Symmetric. Bins that one sample lacks add nothing to
    /// the overlap and are not smoothed.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    /// <example><c>Distance([0.5, 0.5], [0, 1])</c> is 0.3465736, half of ln 2.</example>
    public static double Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current) => Math.Max(0, -Math.Log(Coefficient(baseline, current)));

    /// <summary>The distance of two rows of counts, unsmoothed.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Distance(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) => Distance(Shares.Of(baseline), Shares.Of(current));

    /// <summary>The coefficient of two rows of shares.</summary>
    /// <returns>Σ √(b·c): 1 (equal) down to 0 (no bin in common), so a large value means alike. Symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    public static double Coefficient(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Shares.Require(baseline, current);
        double sum = 0;
        for (int k = 0; k < baseline.Length; k++) sum += Math.Sqrt(baseline[k] * current[k]);
        return Math.Min(1, sum);
    }
}
