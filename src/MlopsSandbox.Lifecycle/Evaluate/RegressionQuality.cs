using System.Text.Json.Serialization;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>How near predicted numbers come to the true ones, all in the label's unit. Figures that are not defined are null.</summary>
public sealed record RegressionQuality : ModelQuality
{
    /// <summary>Most rows whose prediction and label are kept for plots; of more, evenly spaced ones.</summary>
    public const int MostPoints = 500;

    /// <summary>Mean absolute error; less is better.</summary>
    public required double Mae { get; init; }
    /// <summary>Standard error of <see cref="Mae"/>, for independent rows.</summary>
    public required double? MaeStandardError { get; init; }
    /// <summary>Root of the mean squared error.</summary>
    public required double Rmse { get; init; }
    /// <summary>Share of the labels' variance that the predictions explain, at most 1; null when the labels do not vary.</summary>
    public required double? R2 { get; init; }
    /// <summary>Mean absolute error as a share of each label; null when a label is 0.</summary>
    public required double? Mape { get; init; }
    /// <summary>Mean of prediction − label: below 0 the predictions are too low.</summary>
    public required double MeanError { get; init; }
    /// <summary>Mean absolute error of the scenario's naive forecast, on the rows that have one; null when there is none.</summary>
    public required double? NaiveMae { get; init; }
    /// <summary>1 − error of the model / error of the naive forecast, on the rows that have one: at most 1, 0 is no better, below 0 worse; null without a naive forecast.</summary>
    public required double? Skill { get; init; }
    /// <summary>Predictions with their labels, in order of the rows.</summary>
    public required IReadOnlyList<PredictedNumber> Points { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override double Headline => Mae;

    /// <summary>Measures predictions.</summary>
    /// <param name="model">Content hash of the model package.</param>
    /// <param name="predictions">What it answered.</param>
    /// <param name="labels">The true numbers.</param>
    /// <param name="naive">What the naive forecast answered, NaN where it could not; null without one.</param>
    public static RegressionQuality Of(string model, double[] predictions, double[] labels, double[]? naive)
    {
        PredictionErrors errors = PredictionErrors.Of(predictions, labels);
        int[] both = naive is null ? [] : [.. Enumerable.Range(0, labels.Length).Where(row => !double.IsNaN(naive[row]))];
        double? naiveMae = both.Length == 0 ? null : both.Average(row => Math.Abs(naive![row] - labels[row]));
        double? skill = naiveMae > 0 ? 1 - (both.Average(row => Math.Abs(predictions[row] - labels[row])) / naiveMae) : null;
        int step = ((labels.Length - 1) / MostPoints) + 1;
        return new RegressionQuality
        {
            Model = model,
            Rows = labels.Length,
            Mae = errors.MeanAbsolute,
            MaeStandardError = Defined(errors.MeanAbsoluteStandardError),
            Rmse = errors.RootMeanSquare,
            R2 = Defined(errors.RSquared),
            Mape = Defined(errors.MeanAbsolutePercentage),
            MeanError = errors.Mean,
            NaiveMae = naiveMae,
            Skill = skill,
            Points = [.. Enumerable.Range(0, labels.Length).Where(row => row % step == 0).Select(row => new PredictedNumber(predictions[row], labels[row]))],
        };
    }

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, double? Value)> Figures() =>
        [("mae", Mae), ("rmse", Rmse), ("r2", R2), ("mape", Mape), ("meanError", MeanError), ("naiveMae", NaiveMae), ("skill", Skill)];

    private static double? Defined(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>A predicted number and the true one.</summary>
public sealed record PredictedNumber(double Prediction, double Label);
