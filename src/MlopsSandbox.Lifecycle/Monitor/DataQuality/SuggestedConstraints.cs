namespace MlopsSandbox.Lifecycle.Monitor.DataQuality;

/// <summary>Suggests constraints from what the baseline remembers of each feature.</summary>
public static class SuggestedConstraints
{
    /// <summary>How far beyond the range that was seen a value may lie, as a share of that range.</summary>
    public const double RangeSlack = 0.1;

    /// <summary>One constraint for each feature, in their order.</summary>
    public static IReadOnlyList<FeatureConstraint> Of(IReadOnlyList<ColumnSummary> features) => [.. features.Select(Of)];

    private static FeatureConstraint Of(ColumnSummary feature) => feature switch
    {
        NumericSummary numeric => OfNumber(numeric),
        CategoricalSummary categorical => new CategoricalConstraint(feature.Name, Completeness(feature), categorical.Unlisted > 0 ? null : [.. categorical.Counts.Keys]),
        _ => throw new ArgumentException($"'{feature.Name}' is a {feature.GetType().Name}; expected a number or a category."),
    };

    private static NumericConstraint OfNumber(NumericSummary feature)
    {
        double[] finite = [.. feature.Values.Where(double.IsFinite)];
        if (finite.Length == 0) return new NumericConstraint(feature.Name, Completeness(feature), null, null, NonNegative: false, null);
        double slack = RangeSlack * (finite[^1] - finite[0]);
        bool nonNegative = finite[0] >= 0;
        return new NumericConstraint(
            feature.Name,
            Completeness(feature),
            nonNegative ? Math.Max(0, finite[0] - slack) : finite[0] - slack,
            finite[^1] + slack,
            nonNegative,
            feature.Rows >= Baseline.LargestSample ? null : (double)finite.Distinct().Count() / finite.Length);
    }

    private static double Completeness(ColumnSummary feature) => feature.Rows == 0 ? 0 : 1 - ((double)feature.Missing / feature.Rows);
}
