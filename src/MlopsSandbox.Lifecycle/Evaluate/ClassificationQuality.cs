using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>How well a model tells two classes apart. Figures without a denominator are null.</summary>
public sealed record ClassificationQuality : ModelQuality
{
    /// <summary>Probability at or above which it calls a row positive, chosen by cost on its validation rows; null when it calls none.</summary>
    public required double? Threshold { get; init; }
    /// <summary>Area under the ROC curve, in [0, 1]; more is better, 0.5 is guessing.</summary>
    public required double Auc { get; init; }
    /// <summary>Standard error of <see cref="Auc"/> (DeLong).</summary>
    public required double AucStandardError { get; init; }
    /// <summary>Share of right decisions at the threshold.</summary>
    public required double Accuracy { get; init; }
    /// <summary>Share of positives among the rows called positive.</summary>
    public required double? Precision { get; init; }
    /// <summary>Share of the positives that were called positive.</summary>
    public required double? Recall { get; init; }
    /// <summary>Harmonic mean of precision and recall.</summary>
    public required double? F1 { get; init; }
    /// <summary>Mean negative logarithm of the probability given to what happened, in nats; less is better.</summary>
    public required double LogLoss { get; init; }
    /// <summary>What the mistakes at the threshold cost together, in the scenario's currency.</summary>
    public required double Cost { get; init; }
    /// <summary>Decisions at the threshold.</summary>
    public required ConfusionCounts Confusion { get; init; }
    /// <summary>The ROC curve from (0, 0) to (1, 1).</summary>
    public required IReadOnlyList<CurvePoint> Roc { get; init; }

    /// <summary>Measures scores.</summary>
    public static ClassificationQuality Of(string model, double? threshold, double[] scores, bool[] labels, Costs costs)
    {
        ConfusionMatrix confusion = ConfusionMatrix.At(threshold ?? double.PositiveInfinity, scores, labels);
        AucEstimate auc = RocAuc.Of(scores, labels);
        return new ClassificationQuality
        {
            Model = model,
            Rows = labels.Length,
            Threshold = threshold,
            Auc = auc.Value,
            AucStandardError = auc.StandardError,
            Accuracy = confusion.Accuracy,
            Precision = Defined(confusion.Precision),
            Recall = Defined(confusion.Recall),
            F1 = Defined(confusion.F1),
            LogLoss = ProbabilityScores.LogLoss(scores, labels),
            Cost = confusion.Cost(costs.FalsePositive, costs.FalseNegative),
            Confusion = new ConfusionCounts(confusion.TruePositives, confusion.FalsePositives, confusion.TrueNegatives, confusion.FalseNegatives),
            Roc = [.. RocCurve.Of(scores, labels).Select(point => new CurvePoint(point.FalsePositiveRate, point.TruePositiveRate, Defined(point.Threshold)))],
        };
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override double Headline => Auc;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, double? Value)> Figures() =>
        [("auc", Auc), ("accuracy", Accuracy), ("precision", Precision), ("recall", Recall), ("f1", F1), ("logLoss", LogLoss), ("cost", Cost)];

    private static double? Defined(double value) => double.IsFinite(value) ? value : null;
}
