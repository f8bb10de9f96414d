using System.Text.Json.Serialization;

namespace MlopsSandbox.Statistics;

/// <summary>How often a decision was right and wrong, by class. Ratios without a denominator are NaN.</summary>
/// <param name="TruePositives">Positive rows called positive.</param>
/// <param name="FalsePositives">Negative rows called positive.</param>
/// <param name="TrueNegatives">Negative rows called negative.</param>
/// <param name="FalseNegatives">Positive rows called negative.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] // a baseline whose model calls nothing positive is kept too
public readonly record struct ConfusionMatrix(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    /// <summary>All rows.</summary>
    public int Rows => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    /// <summary>Share of right decisions, in [0, 1]; more is better.</summary>
    public double Accuracy => (double)(TruePositives + TrueNegatives) / Rows;

    /// <summary>Share of positives among rows called positive, in [0, 1]; NaN when none was called so.</summary>
    public double Precision => (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>Share of the positives that were called positive, in [0, 1]; NaN when there is none.</summary>
    public double Recall => (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of precision and recall, in [0, 1]; 0 when no positive was found, NaN when there was none to find or to call.</summary>
    public double F1 => 2.0 * TruePositives / ((2.0 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Decides at a threshold: a row is called positive when its score is at or above it.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is NaN.</exception>
    public static ConfusionMatrix At(double threshold, ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ScoredLabels.Require(scores, labels);
        (int called, int hits, int positives) = (0, 0, 0);
        for (int i = 0; i < scores.Length; i++)
        {
            bool isCalled = scores[i] >= threshold;
            if (isCalled) called++;
            if (labels[i]) positives++;
            if (isCalled && labels[i]) hits++;
        }

        return new ConfusionMatrix(hits, called - hits, scores.Length - positives - (called - hits), positives - hits);
    }

    /// <summary>What the mistakes cost together.</summary>
    /// <param name="falsePositive">Cost of one false positive.</param>
    /// <param name="falseNegative">Cost of one false negative.</param>
    public double Cost(double falsePositive, double falseNegative) => (FalsePositives * falsePositive) + (FalseNegatives * falseNegative);
}
