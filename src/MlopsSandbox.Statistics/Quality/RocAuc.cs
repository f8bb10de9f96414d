namespace MlopsSandbox.Statistics;

/// <summary>Area under the ROC curve: how well scores put positive rows above negative ones, whatever the threshold.</summary>
public static class RocAuc
{
    /// <summary>Measures the area with its standard error.</summary>
    /// <param name="scores">Any numbers, higher for the positive class; only their order counts.</param>
    /// <param name="labels">True for the positive class.</param>
    /// <remarks>
    /// The Mann–Whitney statistic over midranks; standard error after DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837–845, by the
    /// ranks of Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389–1393. O(n log n).
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is NaN.</exception>
    public static AucEstimate Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ScoredLabels.Require(scores, labels);
        double[] positives = Select(scores, labels, wanted: true), negatives = Select(scores, labels, wanted: false);
        (int m, int n) = (positives.Length, negatives.Length);
        if (m == 0 || n == 0) return new AucEstimate(double.NaN, double.NaN, m, n);
        double[] all = MidRanks.Of([.. positives, .. negatives]);
        double[] amongPositives = MidRanks.Of(positives), amongNegatives = MidRanks.Of(negatives);
        double[] negativesBelow = [.. Enumerable.Range(0, m).Select(i => (all[i] - amongPositives[i]) / n)];
        double[] positivesAbove = [.. Enumerable.Range(0, n).Select(j => 1 - ((all[m + j] - amongNegatives[j]) / m))];
        return new AucEstimate(negativesBelow.Average(), Math.Sqrt((Variance(negativesBelow) / m) + (Variance(positivesAbove) / n)), m, n);
    }

    private static double[] Select(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, bool wanted)
    {
        List<double> selected = [];
        for (int i = 0; i < scores.Length; i++)
            if (labels[i] == wanted) selected.Add(scores[i]);
        return [.. selected];
    }

    private static double Variance(double[] values)
    {
        if (values.Length < 2) return double.NaN;
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
