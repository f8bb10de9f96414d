using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Report;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Web.Runs.Previews;

/// <summary>What an evaluation found, as plots. Pure.</summary>
internal static class EvaluationPlots
{
    private const int MostPoints = 400;

    /// <summary>Of classes the ROC curves, the champion's too where there was one; of numbers the predictions against the truth.</summary>
    public static IReadOnlyList<PlotSpec> Of(Evaluation evaluation) => evaluation.Candidate switch
    {
        ClassificationQuality => [Roc(evaluation)],
        RegressionQuality numbers when numbers.Points.Count > 0 => [Scatter(numbers)],
        _ => [],
    };

    private static PlotSpec Roc(Evaluation evaluation)
    {
        List<PlotSeries> curves = [];
        if ((evaluation.Comparison?.Candidate ?? evaluation.Candidate) is ClassificationQuality candidate) curves.Add(Curve("candidate", candidate));
        if (evaluation.Comparison?.Champion is ClassificationQuality champion) curves.Add(Curve("champion", champion) with { IsDashed = true });
        curves.Add(new PlotSeries("guessing", SeriesShape.Line, [new(0, 0), new(1, 1)]) { Colour = 5, IsDashed = true });
        return new PlotSpec
        {
            Title = "ROC curve",
            X = new PlotAxis("false positive rate") { Min = 0, Max = 1 },
            Y = new PlotAxis("true positive rate") { Min = 0, Max = 1 },
            Series = curves,
            IsSquare = true,
        };
    }

    private static PlotSeries Curve(string name, ClassificationQuality quality)
    {
        RocLine line = ModelFigures.LineOf(FormattableString.Invariant($"{name}, AUC {quality.Auc:0.000}"), quality);
        int step = ((line.Points.Count - 1) / MostPoints) + 1;
        return new PlotSeries(line.Name, SeriesShape.Line, [.. line.Points.Where((_, place) => place % step == 0 || place == line.Points.Count - 1).Select(point => new PlotPoint(point.False, point.True))]);
    }

    private static PlotSpec Scatter(RegressionQuality quality)
    {
        double least = quality.Points.Min(point => Math.Min(point.Label, point.Prediction)), most = quality.Points.Max(point => Math.Max(point.Label, point.Prediction));
        return new PlotSpec
        {
            Title = "Predicted against true",
            X = new PlotAxis("true", "label units"),
            Y = new PlotAxis("predicted", "label units"),
            Series =
            [
                new PlotSeries(FormattableString.Invariant($"rows, MAE {quality.Mae:0.###}"), SeriesShape.Points, [.. quality.Points.Select(point => new PlotPoint(point.Label, point.Prediction))]),
                new PlotSeries("as good as can be", SeriesShape.Line, [new(least, least), new(most, most)]) { Colour = 5, IsDashed = true },
            ],
            IsSquare = true,
        };
    }
}
