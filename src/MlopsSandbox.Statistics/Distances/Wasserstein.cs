namespace MlopsSandbox.Statistics;

/// <summary>The Wasserstein-1 or earth mover's distance of two samples of a number: how far a row must move, on average, to turn one into the other.</summary>
/// <remarks>
/// ∫ |F − G| dx between the empirical distribution functions; for equally large samples, the mean distance of the i-th smallest values.
/// Vallender (1974), Calculation of the Wasserstein distance between probability distributions on the line, Theory Prob. Appl. 18, 784–786.
/// Uses raw values, so there are no bins to choose; a single far outlier of n rows counts with its whole distance over n. Symmetric.
/// A sample that is empty, or has a NaN or an infinite value, is refused: an infinite value would make every distance infinite or undefined.
/// </remarks>
public static class Wasserstein
{
    /// <summary>The distance, in the unit of the values.</summary>
    /// <param name="baseline">From one finite value on, in any order.</param>
    /// <param name="current">The same of the window; the sizes may differ.</param>
    /// <returns>0 when the values stand in the same shares, no upper bound: large is far. Symmetric. O(n log n).</returns>
    /// <exception cref="ArgumentException">A sample is empty, or has a NaN or an infinite value.</exception>
    /// <example>Of 0, 1, 3 against 5, 6, 8 it is 5.</example>
    public static double Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current) =>
        CumulativeGap.Area(FiniteSample.Sorted(baseline, nameof(baseline)), FiniteSample.Sorted(current, nameof(current)));

    /// <summary>As <see cref="Distance"/>, of samples in ascending order. O(n), no allocation.</summary>
    /// <exception cref="ArgumentException">A sample is empty, out of order, or has a NaN or an infinite value.</exception>
    public static double DistanceSorted(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        FiniteSample.RequireSorted(baselineSorted, nameof(baselineSorted));
        FiniteSample.RequireSorted(currentSorted, nameof(currentSorted));
        return CumulativeGap.Area(baselineSorted, currentSorted);
    }

    /// <summary>The distance over the baseline's standard deviation, so that features of different units can be held against each other.</summary>
    /// <returns>
    /// 0 when equal, no upper bound; a shift by one standard deviation is 1. Not symmetric. Against a constant baseline it is 0 when the window has
    /// that value alone, else infinite.
    /// </returns>
    /// <remarks>The standard deviation is that of the baseline as a whole population (over n, not n − 1), so that it is defined from one row on.</remarks>
    /// <exception cref="ArgumentException">A sample is empty, or has a NaN or an infinite value.</exception>
    /// <example>Of −1, 1 against 1, 3 it is 2.</example>
    public static double Normed(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current) =>
        Over(Distance(baseline, current), baseline);

    /// <summary>As <see cref="Normed"/>, of samples in ascending order. O(n), no allocation.</summary>
    /// <exception cref="ArgumentException">A sample is empty, out of order, or has a NaN or an infinite value.</exception>
    public static double NormedSorted(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted) =>
        Over(DistanceSorted(baselineSorted, currentSorted), baselineSorted);

    private static double Over(double distance, ReadOnlySpan<double> baseline) => distance == 0 ? 0 : distance / Spread.Of(baseline);
}
