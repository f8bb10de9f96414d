namespace MlopsSandbox.Statistics;

/// <summary>Two-sample tests of samples of which only summaries are left.</summary>
/// <remarks>
/// The rows' statistic lies within the stated error, and so does its p value. A sketch's error is a share of the rows, while what a test can tell shrinks with their root: with the default sketch the interval is
/// narrow up to some thousands of rows, and from there on <see cref="BoundedTest.AtMost"/> is what may be relied upon. To test what large samples have in common with careful p values instead, let evenly
/// spaced values stand for them (<see cref="QuantileSketch.Spaced"/>). Cramér and von Mises' statistic is not here: it grows with the rows, and its error with them.
/// </remarks>
public static class SketchTests
{
    /// <summary>Kolmogorov and Smirnov's test, with the p values of <see cref="MlopsSandbox.Statistics.KolmogorovSmirnov.PValue"/>.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' statistic is farther off than the error, in (0, 1).</param>
    /// <returns>Statistic: the largest distance of the distribution functions, 0 to 1.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedTest KolmogorovSmirnov(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        BoundedDistance distance = SketchDistances.KolmogorovSmirnov(baseline, current, risk);
        return new BoundedTest(distance, Tail(distance.Value), Tail(Math.Min(1, distance.AtMost)), Tail(distance.AtLeast));

        double Tail(double statistic) => Statistics.KolmogorovSmirnov.PValue(statistic, Size(baseline), Size(current));
    }

    /// <summary>Mann and Whitney's test. Ties are taken for none in the variance, which makes p values too large where values are tied, never too small.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' statistic is farther off than the error, in (0, 1).</param>
    /// <returns>Statistic: the share of pairs in which the baseline's value is the larger, ties counting half, 0 to 1 and ½ when nothing has moved. P values: normal, with correction for continuity.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedTest MannWhitney(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        // ∫ G dF with F off by ε and G by ε' is off by no more than their sum: by parts, as G runs from 0 to 1.
        BoundedDistance share = new(SketchDistances.ShareAbove(baseline, current), SketchDistances.RankErrors(baseline, current, risk));
        double off = Math.Abs(share.Value - 0.5);
        return new BoundedTest(share, Tail(off), Tail(Math.Min(0.5, off + share.Error)), Tail(Math.Max(0, off - share.Error)));

        double Tail(double distance)
        {
            double n = baseline.Count, m = current.Count, pairs = Math.Max(0, (distance * n * m) - 0.5);
            return pairs == 0 ? 1 : NormalTail.TwoSided(pairs / Math.Sqrt(n * m * (n + m + 1) / 12));
        }
    }

    /// <summary>Welch's t test, exact up to rounding: moments are all that it needs. See <see cref="WelchT"/>.</summary>
    /// <param name="baseline">Of 2 values or more.</param>
    /// <param name="current">The same of the window.</param>
    /// <returns>As <see cref="WelchT.Test"/>.</returns>
    /// <exception cref="ArgumentException">One has seen fewer than 2 values.</exception>
    public static TestResult Welch(RunningMoments baseline, RunningMoments current)
    {
        Require(baseline, nameof(baseline));
        Require(current, nameof(current));
        return WelchT.Of(baseline.Mean - current.Mean, baseline.Variance, baseline.Count, current.Variance, current.Count);
    }

    private static void Require(RunningMoments moments, string name)
    {
        ArgumentNullException.ThrowIfNull(moments, name);
        if (moments.Count < 2) throw new ArgumentException($"The moments are of {moments.Count} values; expected 2 or more.", name);
    }

    // Beyond what a whole number holds p values do not change any more: they are 0, or 1.
    private static int Size(QuantileSketch sketch) => (int)Math.Min(int.MaxValue, sketch.Count);
}
