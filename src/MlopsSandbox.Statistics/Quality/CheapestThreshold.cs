namespace MlopsSandbox.Statistics;

/// <summary>The threshold at which mistakes cost least.</summary>
/// <param name="Threshold">A row is called positive when its score is at or above this; infinite when calling none is cheapest.</param>
/// <param name="Cost">What the mistakes cost together there.</param>
public readonly record struct CheapestThreshold(double Threshold, double Cost)
{
    /// <summary>Tries every distinct score, and none; of equally cheap ones the highest, which acts on the fewest rows.</summary>
    /// <param name="scores">Scores, higher for the positive class.</param>
    /// <param name="labels">True for the positive class.</param>
    /// <param name="falsePositive">Cost of one false positive.</param>
    /// <param name="falseNegative">Cost of one false negative.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is NaN.</exception>
    public static CheapestThreshold Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double falsePositive, double falseNegative)
    {
        RocPoint[] points = RocCurve.Of(scores, labels);
        int positives = points[^1].TruePositives;
        return points
            .Select(point => new CheapestThreshold(point.Threshold, (point.FalsePositives * falsePositive) + ((positives - point.TruePositives) * falseNegative)))
            .MinBy(candidate => candidate.Cost);
    }
}
