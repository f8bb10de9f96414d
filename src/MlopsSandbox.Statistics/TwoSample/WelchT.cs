namespace MlopsSandbox.Statistics;

/// <summary>Welch's t test: do two samples have the same mean, whatever their variances?</summary>
/// <remarks>
/// Sees a shift of the mean and nothing else. Values must be independent with finite variance. At the 5 % level normal values alarm within a fifth of it from
/// 5 a sample on, exponential ones from 20 on when the sizes are alike, lognormal ones (σ 1.5) from 100 on;
/// 100 against 10 exponential ones alarm at 9 %, 300 against 30 at 6.6 %, and 10,000 against 1,000 lognormal ones still at 7.2 %.
/// Welch (1947), Biometrika 34, 28–35; degrees of freedom after Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
/// </remarks>
public static class WelchT
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="baseline">2 values or more, each from −1e150 to 1e150; distances below 1e-150 count as none.</param>
    /// <param name="current">The same.</param>
    /// <returns>
    /// Statistic: (mean of baseline − mean of current) / its standard error, without bound; negative when the values rose. P value: two-sided.
    /// When neither sample varies: 0 and p 1 with equal means, ±∞ and p 0 with others.
    /// </returns>
    /// <remarks>Two passes, O(n + m), no allocation.</remarks>
    /// <exception cref="ArgumentException">A sample has fewer than 2 values, or one that is NaN, infinite or beyond ±1e150.</exception>
    public static TestResult Test(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Samples.RequireFinite(baseline, nameof(baseline), least: 2);
        Samples.RequireFinite(current, nameof(current), least: 2);
        Moments before = Moments.Of(baseline), now = Moments.Of(current);
        return Of(before.Above(now), before.Variance, before.Count, now.Variance, now.Count);
    }

    /// <summary>The test of samples of which the means' difference, the variances and the sizes are known.</summary>
    internal static TestResult Of(double difference, double varianceBefore, double before, double varianceNow, double now)
    {
        double ofBefore = varianceBefore / before, ofNow = varianceNow / now, both = ofBefore + ofNow;
        if (both == 0 && Math.Abs(difference) <= Samples.Negligible) return new TestResult(0, 1);
        if (both == 0) return new TestResult(double.CopySign(double.PositiveInfinity, difference), 0);
        double statistic = difference / Math.Sqrt(both);
        double share = ofBefore / both, rest = ofNow / both;
        double degreesOfFreedom = 1 / ((share * share / (before - 1)) + (rest * rest / (now - 1)));
        return new TestResult(statistic, StudentTail.TwoSided(statistic, degreesOfFreedom));
    }
}
