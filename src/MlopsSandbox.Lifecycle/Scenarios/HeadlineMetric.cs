using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>The one metric by which models of a task are chosen, compared and watched.</summary>
/// <param name="Task">The task.</param>
/// <param name="Name">Its name in success criteria, metrics and reports: <c>auc</c> or <c>mae</c>.</param>
/// <param name="MoreIsBetter">True for a quality, false for an error.</param>
public sealed record HeadlineMetric(PredictionTask Task, string Name, bool MoreIsBetter)
{
    private static readonly HeadlineMetric Auc = new(PredictionTask.BinaryClassification, "auc", MoreIsBetter: true);
    private static readonly HeadlineMetric Mae = new(PredictionTask.Regression, "mae", MoreIsBetter: false);

    /// <summary>Area under the ROC curve for classes, mean absolute error for numbers.</summary>
    public static HeadlineMetric Of(PredictionTask task) => task == PredictionTask.Regression ? Mae : Auc;

    /// <summary>The metric that one of these names; null when none of them does.</summary>
    public static HeadlineMetric? Among(IEnumerable<string> names)
    {
        string[] known = [.. names];
        return new[] { Auc, Mae }.FirstOrDefault(metric => known.Contains(metric.Name) || known.Contains(metric.OfValidation));
    }

    /// <summary>Its name when it was measured on the validation rows.</summary>
    public string OfValidation => With("validation");

    /// <summary>Its name with a word before it, such as <c>championAuc</c>.</summary>
    public string With(string prefix) => prefix + char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>Measures answers.</summary>
    public double Measure(double[] scores, double[] labels) =>
        MoreIsBetter ? RocAuc.Of(scores, Classes.Of(labels)).Value : PredictionErrors.Of(scores, labels).MeanAbsolute;

    /// <summary>A figure for ranking, more is better: a quality as it is, of an error its negative logarithm, so that a gain of 0.001 is an error smaller by 0.1 %.</summary>
    public double Merit(double value) => MoreIsBetter ? value : -Math.Log(value);

    /// <summary>True when <paramref name="value"/> is better than <paramref name="other"/>, not only as good.</summary>
    public bool IsBetter(double value, double other) => MoreIsBetter ? value > other : value < other;
}
