using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;
using MlopsSandbox.Statistics;
using MlopsSandbox.Web.Metrics;
using MlopsSandbox.Web.Plots;
using static System.FormattableString;

namespace MlopsSandbox.Web.Models;

/// <summary>Plots of how a model did on its test rows.</summary>
internal static class QualityPlots
{
    /// <summary>The name of the mark at the cheapest threshold.</summary>
    public const string Cheapest = "cheapest";

    private const int MostPoints = 400;
    private static readonly PlotSeries Guess = new("guess", SeriesShape.Line, [new(0, 0), new(1, 1)]) { Colour = 5, IsDashed = true };

    /// <summary>Shares of the positives that are found against shares of the others that are called positive too.</summary>
    /// <param name="curve">The decisions.</param>
    /// <param name="auc">The area below it.</param>
    /// <param name="marked">Thresholds to mark, by name; infinite for none.</param>
    public static PlotSpec Roc(ThresholdCurve curve, double auc, IEnumerable<(string Name, double Threshold)> marked) => new()
    {
        Title = $"ROC curve, AUC {Figures.Measure(auc)}",
        X = Share("False positive rate"),
        Y = Share("True positive rate"),
        IsSquare = true,
        Series =
        [
            new("model", SeriesShape.Line, [.. Thinned(curve.Steps).Select(step => RocPoint(step.Decisions))]) { Colour = 0 },
            Guess,
            .. marked.Select((mark, place) => new PlotSeries(mark.Name, SeriesShape.Points, [RocPoint(curve.At(mark.Threshold))]) { Colour = place + 1 }),
        ],
    };

    /// <summary>How clean the rows called positive are against how many of the positives are among them.</summary>
    public static PlotSpec PrecisionRecall(ThresholdCurve curve, IEnumerable<(string Name, double Threshold)> marked)
    {
        ConfusionMatrix all = curve.Steps[^1].Decisions;
        return new()
        {
            Title = "Precision and recall",
            X = Share("Recall"),
            Y = Share("Precision"),
            IsSquare = true,
            Series =
            [
                new("model", SeriesShape.Line, [.. Thinned(curve.Steps).Skip(1).Select(step => PrecisionPoint(step.Decisions))]) { Colour = 0 },
                new("all called positive", SeriesShape.Line, [new(0, all.Precision), new(1, all.Precision)]) { Colour = 5, IsDashed = true },
                .. marked.Where(mark => curve.At(mark.Threshold) is { TruePositives: > 0 } or { FalsePositives: > 0 })
                    .Select((mark, place) => new PlotSeries(mark.Name, SeriesShape.Points, [PrecisionPoint(curve.At(mark.Threshold))]) { Colour = place + 1 }),
            ],
        };
    }

    /// <summary>What mistakes cost at each threshold.</summary>
    public static PlotSpec CostByThreshold(ThresholdCurve curve, Costs costs, IEnumerable<(string Name, double Threshold)> marked) => new()
    {
        Title = "Cost of mistakes by threshold",
        X = Share("Threshold"),
        Y = new("Cost of all test rows", costs.Currency) { Min = 0 },
        Height = 400,
        Series = [new("cost", SeriesShape.Step, [.. CostPoints(curve, costs)])],
        Marks = [.. marked.Where(mark => mark.Threshold <= 1).Select(mark => new PlotMark(mark.Threshold, $"{mark.Name} {Figures.Measure(mark.Threshold)}", mark.Name == Cheapest ? "good" : "quiet"))],
    };

    /// <summary>Do rows with a probability of 0.3 turn out positive in three cases of ten?</summary>
    public static PlotSpec Calibration(ThresholdCurve curve) => new()
    {
        Title = "Calibration in tenths of the rows",
        X = Share("Mean probability that was given"),
        Y = Share("Share that was positive"),
        IsSquare = true,
        Series =
        [
            new("model", SeriesShape.Line, [.. curve.Calibration().Select(bin => new PlotPoint(bin.Probability, bin.Share))]) { Colour = 0 },
            new("as promised", SeriesShape.Line, [new(0, 0), new(1, 1)]) { Colour = 5, IsDashed = true },
        ],
    };

    /// <summary>Predictions against the true numbers.</summary>
    public static PlotSpec PredictedAgainstActual(RegressionQuality quality, string label)
    {
        (double least, double most) = (quality.Points.Min(point => Math.Min(point.Label, point.Prediction)), quality.Points.Max(point => Math.Max(point.Label, point.Prediction)));
        return new()
        {
            Title = $"Predicted against actual, MAE {MetricLook.Of("mae").Text(quality.Mae)}",
            X = new($"Actual {label}", "the label's unit"),
            Y = new($"Predicted {label}", "the label's unit"),
            IsSquare = true,
            Series =
            [
                new("test rows", SeriesShape.Points, [.. quality.Points.Select(point => new PlotPoint(point.Label, point.Prediction))]) { Colour = 0 },
                new("exactly right", SeriesShape.Line, [new(least, least), new(most, most)]) { Colour = 5, IsDashed = true },
            ],
        };
    }

    /// <summary>How far predictions are off, by their height.</summary>
    public static PlotSpec Residuals(RegressionQuality quality, string label) => new()
    {
        Title = "Errors by prediction",
        X = new($"Predicted {label}", "the label's unit"),
        Y = new("Prediction − actual", "the label's unit"),
        IsSquare = true,
        Series = [new("test rows", SeriesShape.Points, [.. quality.Points.Select(point => new PlotPoint(point.Prediction, point.Prediction - point.Label))]) { Colour = 0 }],
        Limits = [new(quality.MeanError, Invariant($"mean error {MetricLook.Of("meanError").Text(quality.MeanError)}"))],
    };

    private static PlotAxis Share(string name) => new(name) { Min = 0, Max = 1 };

    private static PlotPoint RocPoint(ConfusionMatrix decisions) => new((double)decisions.FalsePositives / (decisions.FalsePositives + decisions.TrueNegatives), decisions.Recall);

    private static PlotPoint PrecisionPoint(ConfusionMatrix decisions) => new(decisions.Recall, decisions.Precision);

    // A cost holds from above the next lower score up to its own score, so that each stands at the lower end.
    private static IEnumerable<PlotPoint> CostPoints(ThresholdCurve curve, Costs costs)
    {
        ThresholdStep[] steps = [.. Thinned(curve.Steps).Reverse()];
        yield return new PlotPoint(0, ThresholdCurve.CostOf(steps[0].Decisions, costs));
        for (int i = 1; i < steps.Length; i++) yield return new PlotPoint(steps[i - 1].Threshold, ThresholdCurve.CostOf(steps[i].Decisions, costs));
        yield return new PlotPoint(1, ThresholdCurve.CostOf(steps[^1].Decisions, costs));
    }

    // Of very many points evenly spaced ones, and both ends.
    private static IEnumerable<ThresholdStep> Thinned(IReadOnlyList<ThresholdStep> steps)
    {
        int step = ((steps.Count - 1) / MostPoints) + 1;
        return steps.Where((_, place) => place % step == 0 || place == steps.Count - 1);
    }
}
