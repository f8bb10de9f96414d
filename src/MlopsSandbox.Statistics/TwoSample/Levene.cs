namespace MlopsSandbox.Statistics;

/// <summary>The test of Levene and of Brown and Forsythe: do two samples spread equally about their middles?</summary>
/// <remarks>
/// An analysis of variance of the absolute deviations; sees a change of spread and is blind to a shift. Values must be independent.
/// About the median, the 5 % level is kept within a fifth from 10 normal values a sample on, from 50 heavy-tailed or lognormal ones (the 1 % level from 1,000), and is kept too well below. About the mean, it
/// is within a fifth for normal values from 10 on, but exponential ones alarm at 13 to 15 %, however many.
/// Levene (1960), in Contributions to Probability and Statistics, 278–292; Brown and Forsythe (1974), JASA 69, 364–367.
/// </remarks>
public static class Levene
{
    // A deviation is known up to a few roundings of the values it is made from; squares below that are noise.
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>Tests two samples in any order.</summary>
    /// <param name="baseline">3 values or more, each from −1e150 to 1e150; of 2, both always deviate equally.</param>
    /// <param name="current">The same.</param>
    /// <param name="center">What deviations are measured from; the median by default.</param>
    /// <returns>
    /// Statistic: W, from 0 (equal mean deviations) upwards; F with 1 and n + m − 2 degrees of freedom when nothing has changed. When the deviations of
    /// neither sample vary (constants, or two values about their mean): 0 and p 1 when they are equal, ∞ and p 0 when not.
    /// </returns>
    /// <remarks>O(n + m); the median costs sorted copies.</remarks>
    /// <exception cref="ArgumentException">A sample has fewer than 3 values, or one that is NaN, infinite or beyond ±1e150.</exception>
    public static TestResult Test(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current, LeveneCenter center = LeveneCenter.Median)
    {
        Samples.RequireFinite(baseline, nameof(baseline), least: 3);
        Samples.RequireFinite(current, nameof(current), least: 3);
        Moments before = DeviationsOf(baseline, center), now = DeviationsOf(current, center);
        double n = before.Count, m = now.Count, noise = Math.Max(Samples.Negligible, Rounding * Math.Max(Largest(baseline), Largest(current)));
        double difference = before.Above(now);
        double between = Math.Abs(difference) <= noise ? 0 : difference * difference * n * m / (n + m);
        double within = before.SquaredDeviations + now.SquaredDeviations;
        if (within <= (n + m) * noise * noise) return between == 0 ? new TestResult(0, 1) : new TestResult(double.PositiveInfinity, 0);
        double statistic = between * (n + m - 2) / within;
        return new TestResult(statistic, StudentTail.TwoSided(Math.Sqrt(statistic), n + m - 2));
    }

    private static Moments DeviationsOf(ReadOnlySpan<double> values, LeveneCenter center)
    {
        double[] deviations = center == LeveneCenter.Median ? SortedSample.Of(values) : values.ToArray();
        (double origin, double shift) = center == LeveneCenter.Median ? MedianOf(deviations) : MeanOf(values);
        for (int i = 0; i < deviations.Length; i++) deviations[i] = Math.Abs(deviations[i] - origin - shift);
        return Moments.Of(deviations);
    }

    // Middles come in two parts, since half a step between values far from 0 may have no room in their sum.
    private static (double Origin, double Shift) MedianOf(double[] sorted)
    {
        double below = sorted[(sorted.Length - 1) / 2];
        return (below, (sorted[sorted.Length / 2] - below) / 2);
    }

    private static (double Origin, double Shift) MeanOf(ReadOnlySpan<double> values)
    {
        Moments moments = Moments.Of(values);
        return (moments.Origin, moments.Shift);
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
