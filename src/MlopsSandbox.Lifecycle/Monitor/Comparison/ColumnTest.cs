using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Tests one column: values, the share of missing cells, and what could not be read.</summary>
internal static class ColumnTest
{
    /// <summary>Tests a column at level <paramref name="alpha"/>, shared by its tests.</summary>
    public static ColumnComparison Of(ColumnProfile baseline, CurrentColumn current, ChunkOrder order, double alpha) => (baseline, current.Profile) switch
    {
        (NumberProfile before, NumberProfile now) => Finished(
            OfNumber(before, now, alpha), new NumberBins(before).Baseline, current, order, "number", ColumnFinding.OfNumber(before, now), ColumnShares.OfNumber(before, current)),
        (CategoryProfile before, CategoryProfile now) => Finished(
            CategoricalDrift.OfFeature(before.Summary(), now.Summary(), alpha), new CategoryBins(before).Baseline, current, order, "category", ColumnFinding.OfCategory(before, now), ColumnShares.OfCategory(before, now)),
        _ => throw new System.Diagnostics.UnreachableException($"no test for {baseline.GetType().Name} against {current.Profile.GetType().Name}"),
    };

    /// <summary>Why a column is not judged; null when it is.</summary>
    public static string? Refusal(ColumnProfile baseline, ColumnProfile current) => baseline switch
    {
        UnjudgedProfile { Looks: UnjudgedKind.Empty } => current.Missing == current.Rows ? "it is empty in both files" : "it is empty in the baseline, so that there is nothing to hold the current file against",
        UnjudgedProfile unjudged => unjudged.Reason,
        _ => null,
    };

    private static ColumnComparison Finished(DriftMeasure measure, int[] bins, CurrentColumn current, ChunkOrder order, string kind, string finding, IReadOnlyList<ComparedShare> shares) => new()
    {
        Name = measure.Name,
        Verdict = measure.NotJudged is not null ? ColumnVerdict.NotJudged : measure.Drifted ? ColumnVerdict.Drifted : ColumnVerdict.NotFound,
        Kind = kind,
        Measure = measure.NotJudged is null ? measure : null,
        Finding = measure.NotJudged ?? finding,
        Shares = shares,
        Scores = ScoresOverTime.Of(bins, current.Chunks),
        Since = measure.Drifted ? ChangePoint.Of(bins, current.Chunks, order) : null,
    };

    private static DriftMeasure OfNumber(NumberProfile before, NumberProfile now, double alpha)
    {
        NumericSummary baseline = before.Summary(), current = now.Summary();
        if (before.Unreadable + now.Unreadable == 0) return NumericDrift.OfFeature(baseline, current, alpha);
        // Cells that are no numbers count as missing, and by themselves.
        return StrongestTest.Of(
            [
                NumericDrift.OfFeature(baseline, current, alpha / 2),
                ShareDrift.Of(before.Name, "unreadable-share", before.InProportion(before.Unreadable), baseline.Rows, now.InProportion(now.Unreadable), current.Rows, alpha / 2),
            ],
            alpha);
    }
}
