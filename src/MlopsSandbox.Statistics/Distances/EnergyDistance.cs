namespace MlopsSandbox.Statistics;

/// <summary>The energy distance of two samples of a number.</summary>
/// <remarks>
/// √(2·E|X−Y| − E|X−X'| − E|Y−Y'|) over the empirical distributions, which on a line is √(2·∫ (F − G)² dx): twice Cramér's distance, under the root.
/// Székely and Rizzo (2013), Energy statistics: a class of statistics based on distances, J. Statist. Plann. Inference 143, 1249–1272.
/// Against <see cref="Wasserstein"/>, small differences of shares count less and a far outlier less too. What is not finite is refused.
/// </remarks>
public static class EnergyDistance
{
    /// <summary>The distance, in the root of the values' unit.</summary>
    /// <param name="baseline">From one finite value on, in any order.</param>
    /// <param name="current">The same of the window; the sizes may differ.</param>
    /// <returns>0 when the values stand in the same shares, no upper bound: large is far. Symmetric. O(n log n).</returns>
    /// <exception cref="ArgumentException">A sample is empty, or has a NaN or an infinite value.</exception>
    /// <example>Of 0 against 2 it is 2, the root of 2·2.</example>
    public static double Of(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current) =>
        Rooted(FiniteSample.Sorted(baseline, nameof(baseline)), FiniteSample.Sorted(current, nameof(current)));

    /// <summary>As <see cref="Of"/>, of samples in ascending order. O(n), no allocation.</summary>
    /// <exception cref="ArgumentException">A sample is empty, out of order, or has a NaN or an infinite value.</exception>
    public static double OfSorted(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        FiniteSample.RequireSorted(baselineSorted, nameof(baselineSorted));
        FiniteSample.RequireSorted(currentSorted, nameof(currentSorted));
        return Rooted(baselineSorted, currentSorted);
    }

    private static double Rooted(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted) =>
        Math.Sqrt(2) * Math.Sqrt(CumulativeGap.SquaredArea(baselineSorted, currentSorted));
}
