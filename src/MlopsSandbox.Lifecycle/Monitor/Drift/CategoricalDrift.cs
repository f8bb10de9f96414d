using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// Holds a text's window against its baseline: its values by <see cref="CategoryTest"/>, the share of missing ones by Fisher's test, and that of never seen ones by what is to be
/// expected of values so rare.
/// </summary>
internal static class CategoricalDrift
{
    /// <summary>Tests a feature at level <paramref name="alpha"/>, shared by its tests; <paramref name="least"/> says from where on a change matters, by default as everywhere.</summary>
    public static DriftMeasure OfFeature(CategoricalSummary baseline, CategoricalSummary window, double alpha, LeastChange? least = null)
    {
        bool hasValues = baseline.Present > 0 && window.Present > 0, asksForMissing = baseline.Missing + window.Missing > 0 && baseline.Rows > 0 && window.Rows > 0;
        (int[] before, int[] now) = SideBySide(baseline, window);
        // Of a list that is not whole nobody can say what was never seen.
        bool asksForUnseen = hasValues && baseline.Unlisted + window.Unlisted == 0 && before.Contains(0);
        string? refusal = hasValues ? CategoryTest.Refusal(before, now) : "there are no values in the baseline, in the window, or in both";
        double share = alpha / Math.Max(1, Convert.ToInt32(refusal is null) + Convert.ToInt32(asksForMissing) + Convert.ToInt32(asksForUnseen));

        List<DriftMeasure> tests = [];
        if (refusal is null) tests.Add(CategoryTest.Of(baseline.Name, before, now, share, least));
        if (asksForMissing) tests.Add(ShareDrift.Of(baseline.Name, "missing-share", baseline.Missing, baseline.Rows, window.Missing, window.Rows, share, least));
        if (asksForUnseen) tests.Add(OfUnseen(baseline.Name, before, now, share, least));
        return StrongestTest.Of(tests, alpha, baseline.Name, refusal);
    }

    private static DriftMeasure OfUnseen(string name, int[] before, int[] now, double alpha, LeastChange? least)
    {
        UnseenValues test = UnseenValues.Of(before, now);
        int rows = now.Sum(), unseen = now.Where((_, k) => before[k] == 0).Sum(), all = before.Sum();
        // Good and Turing: as many rows of never seen values are to be expected as the baseline has values that it saw once.
        int once = before.Count(count => count == 1);
        return new DriftMeasure
        {
            Name = name,
            Kind = DriftKind.Feature,
            Test = "unseen-share",
            Score = test.Share,
            Threshold = StrongestTest.Agreeing(test.CriticalShare(alpha), test.Share, test.PValue, alpha),
            P = test.PValue,
            Alpha = alpha,
            Effect = 0,
            Moved = Math.Max(0, test.Share - ((double)once / all)),
            LeastMoved = (least ?? LeastChange.Default).Shares,
            Why = test.IsExact
                ? "rows of values that the baseline never saw, against those to be expected of values so rare; exact given how often each value occurs"
                : "rows of values that the baseline never saw, against those to be expected of values so rare; an upper bound of p, as there are too many to count",
        }.WithIndex([all - once, once], [rows - unseen, unseen], mergeRare: false);
    }

    /// <summary>Rows of the same values of both.</summary>
    /// <remarks>Where a list is not whole, a value that only the other one names may be among the unlisted: those go together.</remarks>
    public static (int[] Baseline, int[] Window) SideBySide(CategoricalSummary baseline, CategoricalSummary window)
    {
        bool whole = baseline.Unlisted + window.Unlisted == 0;
        string[] values = [.. (whole ? baseline.Counts.Keys.Union(window.Counts.Keys) : baseline.Counts.Keys.Intersect(window.Counts.Keys)).Order(StringComparer.Ordinal)];
        int[] before = [.. values.Select(value => baseline.Counts.GetValueOrDefault(value))], now = [.. values.Select(value => window.Counts.GetValueOrDefault(value))];
        return whole ? (before, now) : ([.. before, baseline.Present - before.Sum()], [.. now, window.Present - now.Sum()]);
    }
}
