namespace MlopsSandbox.Statistics;

/// <summary>Quality of a classifier before labels: each row counts as positive by its probability of being so (confidence-based performance estimation, CBPE).</summary>
/// <remarks>
/// Białek, Kuberski, Perrakis and Bifet (2024), Estimating Model Performance Under Covariate Shift Without Labels (arXiv:2401.08348). Right as far as the probabilities are: they
/// must be calibrated (<see cref="IsotonicCalibration"/>) on rows that the model has not seen, and concept drift is invisible to it. Standard errors
/// are those of independent rows, of ratios to first order: good from some tens of expected positives and negatives on.
/// </remarks>
public sealed record ExpectedQuality
{
    private readonly double _calledVariance, _otherVariance;
    private readonly Estimated _rocAuc;

    private ExpectedQuality(int called, int others, double hits, double misses, double calledVariance, double otherVariance, Estimated rocAuc)
    {
        (Called, NotCalled, TruePositives, FalseNegatives) = (called, others, hits, misses);
        (_calledVariance, _otherVariance, _rocAuc) = (calledVariance, otherVariance, rocAuc);
    }

    /// <summary>Rows called positive.</summary>
    public int Called { get; }

    /// <summary>Rows called negative.</summary>
    public int NotCalled { get; }

    /// <summary>Expected number of rows called positive that are.</summary>
    public double TruePositives { get; }

    /// <summary>Expected number of rows called positive that are not.</summary>
    public double FalsePositives => Called - TruePositives;

    /// <summary>Expected number of rows called negative that are positive.</summary>
    public double FalseNegatives { get; }

    /// <summary>Expected number of rows called negative that are.</summary>
    public double TrueNegatives => NotCalled - FalseNegatives;

    /// <summary>Share of right decisions, in [0, 1].</summary>
    public Estimated Accuracy => Ratio(TruePositives + TrueNegatives, Rows, byHit: 1, byMiss: -1, byHitBelow: 0, byMissBelow: 0);

    /// <summary>Share of positives among rows called positive, in [0, 1]; NaN when none was called so.</summary>
    public Estimated Precision => Ratio(TruePositives, Called, byHit: 1, byMiss: 0, byHitBelow: 0, byMissBelow: 0);

    /// <summary>Share of the positives that were called positive, in [0, 1]; NaN when none is expected.</summary>
    public Estimated Recall => Ratio(TruePositives, Positives, byHit: 1, byMiss: 0, byHitBelow: 1, byMissBelow: 1);

    /// <summary>Share of the negatives that were called negative, in [0, 1]; NaN when none is expected.</summary>
    public Estimated Specificity => Ratio(TrueNegatives, Rows - Positives, byHit: 0, byMiss: -1, byHitBelow: -1, byMissBelow: -1);

    /// <summary>Harmonic mean of precision and recall, in [0, 1]; NaN when no positive is expected or called.</summary>
    public Estimated F1 => Ratio(2 * TruePositives, Called + Positives, byHit: 2, byMiss: 0, byHitBelow: 1, byMissBelow: 1);

    /// <summary>Area under the ROC curve of the scores, in [0, 1]; NaN when positives or negatives are not expected at all.</summary>
    public Estimated RocAuc => _rocAuc;

    private int Rows => Called + NotCalled;

    private double Positives => TruePositives + FalseNegatives;

    /// <summary>Estimates the quality of decisions at a threshold. O(n log n).</summary>
    /// <param name="probabilities">Calibrated probability of the positive class of each row, in [0, 1].</param>
    /// <param name="scores">What the model decides by, higher for the positive class; the probabilities themselves where it decides by them.</param>
    /// <param name="threshold">A row is called positive when its score is at or above it.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a probability is not in [0, 1], or a score is NaN.</exception>
    public static ExpectedQuality Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> scores, double threshold)
    {
        Require(probabilities, scores);
        (int called, double hits, double misses, double calledVariance, double otherVariance) = (0, 0, 0, 0, 0);
        for (int i = 0; i < scores.Length; i++)
        {
            double p = probabilities[i], variance = p * (1 - p);
            if (scores[i] >= threshold) (called, hits, calledVariance) = (called + 1, hits + p, calledVariance + variance);
            else (misses, otherVariance) = (misses + p, otherVariance + variance);
        }

        return new ExpectedQuality(called, scores.Length - called, hits, misses, calledVariance, otherVariance, ExpectedRocAuc.Of(probabilities, scores));
    }

    /// <summary>What the mistakes will cost together.</summary>
    /// <param name="falsePositive">Cost of one false positive.</param>
    /// <param name="falseNegative">Cost of one false negative.</param>
    public Estimated Cost(double falsePositive, double falseNegative) => new(
        (FalsePositives * falsePositive) + (FalseNegatives * falseNegative),
        Math.Sqrt((falsePositive * falsePositive * _calledVariance) + (falseNegative * falseNegative * _otherVariance)));

    // One true positive more, or one false negative more, changes what is above and below the line by so much.
    private Estimated Ratio(double above, double below, double byHit, double byMiss, double byHitBelow, double byMissBelow)
    {
        if (below <= 0) return new Estimated(double.NaN, double.NaN);
        double ratio = above / below;
        double hit = (byHit - (ratio * byHitBelow)) / below, miss = (byMiss - (ratio * byMissBelow)) / below;
        return new Estimated(ratio, Math.Sqrt((hit * hit * _calledVariance) + (miss * miss * _otherVariance)));
    }

    private static void Require(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> scores)
    {
        if (probabilities.Length != scores.Length)
            throw new ArgumentException($"{probabilities.Length} probabilities against {scores.Length} scores; expected one probability for each score.");
        if (scores.IsEmpty) throw new ArgumentException("There are no rows; expected at least one score with its probability.");
        for (int i = 0; i < scores.Length; i++)
        {
            if (probabilities[i] is not (>= 0 and <= 1)) throw new ArgumentException($"Probability {i} is {probabilities[i]}; expected 0 to 1.");
            if (double.IsNaN(scores[i])) throw new ArgumentException($"Score {i} is NaN; expected a number.");
        }
    }
}
