namespace MlopsSandbox.Statistics;

/// <summary>The ROC curve: what each threshold lets through.</summary>
public static class RocCurve
{
    /// <summary>All points, from (0, 0) at an infinite threshold to (1, 1) at the least score; one for each distinct score.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is NaN.</exception>
    public static RocPoint[] Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ScoredLabels.Require(scores, labels);
        double[] sorted = scores.ToArray();
        bool[] ordered = labels.ToArray();
        Array.Sort(sorted, ordered);
        int positives = ordered.Count(label => label), negatives = ordered.Length - positives;
        (int falsePositives, int truePositives) = (0, 0);
        List<RocPoint> points = [Point(double.PositiveInfinity)];
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            if (ordered[i]) truePositives++;
            else falsePositives++;
            bool lastOfItsScore = i == 0 || sorted[i - 1] != sorted[i];
            if (lastOfItsScore) points.Add(Point(sorted[i]));
        }

        return [.. points];

        RocPoint Point(double threshold) => new(threshold, falsePositives, truePositives,
            falsePositives / (double)negatives, truePositives / (double)positives);
    }
}
