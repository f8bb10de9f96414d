using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Holds a number's window against its baseline: values by Kolmogorov–Smirnov given the ties, the missing share by Fisher's test.</summary>
internal static class NumericDrift
{
    /// <summary>Tests a feature at level <paramref name="alpha"/>, shared by its tests; <paramref name="least"/> says from where on a change matters, by default as everywhere.</summary>
    public static DriftMeasure OfFeature(NumericSummary baseline, NumericSummary window, double alpha, LeastChange? least = null)
    {
        bool asksForMissing = baseline.Missing + window.Missing > 0, asksForValues = baseline.Values.Length > 0 && window.Values.Length > 0;
        bool hasRows = baseline.Rows > 0 && window.Rows > 0;
        double share = asksForMissing && asksForValues ? alpha / 2 : alpha;
        List<DriftMeasure> tests = [];
        if (asksForValues) tests.Add(OfValues(baseline.Name, DriftKind.Feature, baseline.Values, window.Values, share, least));
        if (asksForMissing && hasRows) tests.Add(ShareDrift.Of(baseline.Name, "missing-share", baseline.Missing, baseline.Rows, window.Missing, window.Rows, share, least));
        return StrongestTest.Of(tests, alpha, baseline.Name, asksForValues ? null : Reason(baseline, window));
    }

    /// <summary>Tests present values, both ascending.</summary>
    public static DriftMeasure OfValues(string name, DriftKind kind, double[] baseline, double[] window, double alpha, LeastChange? least = null)
    {
        KolmogorovGivenTies test = KolmogorovGivenTies.Of(baseline, window);
        QuantileBins bins = QuantileBins.Of(baseline);
        double p = test.PValue, threshold = StrongestTest.Agreeing(test.CriticalValue(alpha), test.Statistic, p, alpha);
        return new DriftMeasure
        {
            Name = name,
            Kind = kind,
            Test = "ks",
            Score = test.Statistic,
            Threshold = threshold <= 1 ? threshold : double.PositiveInfinity,
            P = p,
            Alpha = alpha,
            Effect = 0,
            Moved = test.Statistic,
            LeastMoved = (least ?? LeastChange.Default).Values,
            LeastRows = LeastRows(baseline.Length, alpha),
            Why = test.IsExact
                ? "Kolmogorov-Smirnov, as it sees any change of a number; exact given the ties, as the samples are small enough to be counted"
                : "Kolmogorov-Smirnov, as it sees any change of a number; given the ties, counted of thinned samples, as these are too large",
        }.WithIndex(bins.CountsOf(baseline), bins.CountsOf(window));
    }

    /// <summary>The least window of which some division is significant: 2 of all (n + m)!/(n!·m!) are as far apart as can be.</summary>
    public static int LeastRows(int baselineRows, double alpha)
    {
        int rows = 0;
        for (double p = 2; p > alpha; rows++) p *= (rows + 1.0) / (baselineRows + rows + 1.0);
        return rows;
    }

    /// <summary>Why values cannot be held against each other.</summary>
    public static string Reason(NumericSummary baseline, NumericSummary window) => (baseline.Values.Length, window.Values.Length) switch
    {
        (0, 0) => Invariant($"neither the baseline's {baseline.Rows} rows nor the window's {window.Rows} have a value"),
        (0, _) => Invariant($"none of the baseline's {baseline.Rows} rows has a value to hold the window against"),
        _ => Invariant($"none of the window's {window.Rows} rows has a value"),
    };
}
