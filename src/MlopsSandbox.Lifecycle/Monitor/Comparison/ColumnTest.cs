namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Tests one column: values, the share of missing cells, and what could not be read.</summary>
internal static class ColumnTest
{
    /// <summary>Tests a column at level <paramref name="alpha"/>, shared by its tests.</summary>
    public static ColumnComparison Of(ComparedColumn column, double alpha)
    {
        DriftMeasure measure = column.IsNumber ? OfNumber(column, alpha) : OfCategory(column, alpha);
        return new ColumnComparison
        {
            Name = column.Name,
            Verdict = measure.Drifted ? ColumnVerdict.Drifted : ColumnVerdict.NotFound,
            Kind = column.IsNumber ? "number" : "category",
            Measure = measure,
            Finding = column.IsNumber ? ColumnFinding.OfNumber(column) : ColumnFinding.OfCategory(column),
            Shares = column.IsNumber ? ColumnShares.OfNumber(column) : ColumnShares.OfCategory(column),
        };
    }

    private static DriftMeasure OfNumber(ComparedColumn column, double alpha)
    {
        NumericSummary baseline = NumericSummary.Of(column.Name, column.BaselineNumbers), current = NumericSummary.Of(column.Name, column.CurrentNumbers);
        int strangers = column.Strangers.Length;
        if (strangers == 0) return NumericDrift.OfFeature(baseline, current, alpha);
        // Cells that are no numbers count as missing, and by themselves.
        return StrongestTest.Of(
            [
                NumericDrift.OfFeature(baseline, current, alpha / 2),
                ShareDrift.Of(column.Name, "unreadable-share", 0, baseline.Rows, strangers, current.Rows, alpha / 2),
            ],
            alpha);
    }

    private static DriftMeasure OfCategory(ComparedColumn column, double alpha) =>
        CategoricalDrift.OfFeature(CategoricalSummary.Of(column.Name, Present(column.Baseline)), CategoricalSummary.Of(column.Name, Present(column.Current)), alpha);

    private static string?[] Present(string[] cells) => [.. cells.Select(cell => cell.Length == 0 ? null : cell)];
}
