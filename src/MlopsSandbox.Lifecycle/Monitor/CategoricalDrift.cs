using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// Holds a text's window against its baseline: known values by chi-square (rare ones merged), the shares of missing and of
/// never seen values by Fisher's test.
/// </summary>
internal static class CategoricalDrift
{
    /// <summary>Tests a feature at level <paramref name="alpha"/>, shared by its tests.</summary>
    public static DriftMeasure OfFeature(CategoricalSummary baseline, CategoricalSummary window, double alpha)
    {
        // Good and Turing: as many rows of never seen values are to be expected as the baseline has values that it saw once.
        int once = baseline.Counts.Values.Count(rows => rows == 1), unseen = window.Counts.Where(value => !baseline.Counts.ContainsKey(value.Key)).Sum(value => value.Value);
        (int before, int known) = (baseline.Present, window.Present);
        bool asksForValues = before > 0 && known > 0, asksForMissing = baseline.Missing + window.Missing > 0;
        // Of a list that is not whole nobody can say what was never seen.
        bool asksForUnseen = asksForValues && baseline.Unlisted == 0 && once + unseen > 0;
        double share = alpha / Math.Max(1, Convert.ToInt32(asksForValues) + Convert.ToInt32(asksForMissing) + Convert.ToInt32(asksForUnseen));

        List<DriftMeasure> tests = [];
        if (asksForValues) tests.Add(OfValues(baseline, window, share));
        if (asksForMissing) tests.Add(ShareDrift.Of(baseline.Name, "missing-share", baseline.Missing, baseline.Rows, window.Missing, window.Rows, share));
        if (asksForUnseen) tests.Add(ShareDrift.Of(baseline.Name, "unseen-share", once, before, unseen, known, share));
        return StrongestTest.Of(tests, alpha);
    }

    private static DriftMeasure OfValues(CategoricalSummary baseline, CategoricalSummary window, double alpha)
    {
        (int[] all, int[] allNow) = SideBySide(baseline, window);
        (int[] before, int[] now) = RareCategories.Merge(all, allNow);
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

    // Where a list is not whole, a value that only the other one names may be among the unlisted: those go together.
    private static (int[] Baseline, int[] Window) SideBySide(CategoricalSummary baseline, CategoricalSummary window)
    {
        bool whole = baseline.Unlisted + window.Unlisted == 0;
        string[] values = [.. (whole ? baseline.Counts.Keys.Union(window.Counts.Keys) : baseline.Counts.Keys.Intersect(window.Counts.Keys)).Order(StringComparer.Ordinal)];
        int[] before = [.. values.Select(value => baseline.Counts.GetValueOrDefault(value))], now = [.. values.Select(value => window.Counts.GetValueOrDefault(value))];
        return whole ? (before, now) : ([.. before, baseline.Present - before.Sum()], [.. now, window.Present - now.Sum()]);
    }
}
