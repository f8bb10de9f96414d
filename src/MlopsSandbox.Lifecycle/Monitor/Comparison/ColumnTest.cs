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
        double[] before = column.BaselineNumbers, present = [.. before.Where(value => !double.IsNaN(value)).Order()];
        NumericBaseline baseline = new(column.Name, present, before.Length - present.Length);
        int strangers = column.Strangers.Length;
        if (strangers == 0) return NumericDrift.OfFeature(baseline, column.CurrentNumbers, alpha);
        // Cells that are no numbers count as missing, and by themselves.
        return StrongestTest.Of(
            [
                NumericDrift.OfFeature(baseline, column.CurrentNumbers, alpha / 2),
                ShareDrift.Of(column.Name, "unreadable-share", 0, before.Length, strangers, column.Current.Length, alpha / 2),
            ],
            alpha);
    }

    private static DriftMeasure OfCategory(ComparedColumn column, double alpha)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string cell in column.Baseline.Where(cell => cell.Length > 0)) counts[cell] = counts.GetValueOrDefault(cell) + 1;
        CategoricalBaseline baseline = new(column.Name, counts, column.Baseline.Count(cell => cell.Length == 0));
        return CategoricalDrift.OfFeature(baseline, [.. column.Current.Select(cell => cell.Length == 0 ? null : cell)], alpha);
    }
}
