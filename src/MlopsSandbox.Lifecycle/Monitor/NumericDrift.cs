using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Holds a number's window against its baseline: values by Kolmogorov–Smirnov, the missing share by Fisher's test.</summary>
internal static class NumericDrift
{
    /// <summary>Tests a feature at level <paramref name="alpha"/>, shared by its tests.</summary>
    public static DriftMeasure OfFeature(NumericSummary baseline, NumericSummary window, double alpha)
    {
        bool asksForMissing = baseline.Missing + window.Missing > 0, asksForValues = baseline.Values.Length > 0 && window.Values.Length > 0;
        double share = asksForMissing && asksForValues ? alpha / 2 : alpha;
        List<DriftMeasure> tests = [];
        if (asksForValues) tests.Add(OfValues(baseline.Name, DriftKind.Feature, baseline.Values, window.Values, share));
        if (asksForMissing) tests.Add(ShareDrift.Of(baseline.Name, "missing-share", baseline.Missing, baseline.Rows, window.Missing, window.Rows, share));
        return StrongestTest.Of(tests, alpha);
    }

    /// <summary>Tests present values, both ascending.</summary>
    public static DriftMeasure OfValues(string name, DriftKind kind, double[] baseline, double[] window, double alpha)
    {
        TestResult test = KolmogorovSmirnov.Test(baseline, window);
        QuantileBins bins = QuantileBins.Of(baseline);
        return new DriftMeasure
        {
            Name = name,
            Kind = kind,
            Test = "ks",
            Score = test.Statistic,
            Threshold = KolmogorovSmirnov.CriticalValue(alpha, baseline.Length, window.Length) is <= 1 and var reachable ? reachable : double.PositiveInfinity,
            P = test.PValue,
            Alpha = alpha,
            Effect = 0,
        }.WithIndex(bins.CountsOf(baseline), bins.CountsOf(window));
    }
}
