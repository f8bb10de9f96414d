using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// Holds a text's window against its baseline: known values by chi-square (rare ones merged), the shares of missing and of
/// never seen values by Fisher's test.
/// </summary>
internal static class CategoricalDrift
{
    /// <summary>Tests a feature at level <paramref name="alpha"/>, shared by its tests.</summary>
    public static DriftMeasure OfFeature(CategoricalBaseline baseline, string?[] window, double alpha)
    {
        Dictionary<string, int> current = new(StringComparer.Ordinal);
        foreach (string? value in window)
            if (value is not null) current[value] = current.GetValueOrDefault(value) + 1;
        int missing = window.Count(value => value is null), unseen = current.Where(value => !baseline.Counts.ContainsKey(value.Key)).Sum(value => value.Value);
        // Good and Turing: as many rows of never seen values are to be expected as the baseline has values that it saw once.
        int once = baseline.Counts.Values.Count(rows => rows == 1);
        int known = window.Length - missing;
        bool asksForValues = baseline.Counts.Count > 0 && known > 0, asksForMissing = baseline.Missing + missing > 0, asksForUnseen = asksForValues && once + unseen > 0;
        double share = alpha / Math.Max(1, Convert.ToInt32(asksForValues) + Convert.ToInt32(asksForMissing) + Convert.ToInt32(asksForUnseen));

        List<DriftMeasure> tests = [];
        if (asksForValues) tests.Add(OfValues(baseline, current, share));
        if (asksForMissing) tests.Add(ShareDrift.Of(baseline.Name, "missing-share", baseline.Missing, baseline.Rows, missing, window.Length, share));
        if (asksForUnseen) tests.Add(ShareDrift.Of(baseline.Name, "unseen-share", once, baseline.Rows - baseline.Missing, unseen, known, share));
        return StrongestTest.Of(tests, alpha);
    }

    private static DriftMeasure OfValues(CategoricalBaseline baseline, Dictionary<string, int> current, double alpha)
    {
        string[] values = [.. baseline.Counts.Keys.Union(current.Keys).Order(StringComparer.Ordinal)];
        (int[] before, int[] now) = RareCategories.Merge(
            [.. values.Select(value => baseline.Counts.GetValueOrDefault(value))],
            [.. values.Select(value => current.GetValueOrDefault(value))]);
        ChiSquareResult test = ChiSquareHomogeneity.Test(before, now);
        return new DriftMeasure
        {
            Name = baseline.Name,
            Kind = DriftKind.Feature,
            Test = "chi-square",
            Score = test.Statistic,
            Threshold = ChiSquareHomogeneity.CriticalValue(alpha, test.DegreesOfFreedom),
            P = test.PValue,
            Alpha = alpha,
            Effect = 0,
        }.WithIndex(before, now);
    }
}
