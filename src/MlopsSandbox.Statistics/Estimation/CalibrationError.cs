namespace MlopsSandbox.Statistics;

/// <summary>How far probabilities are from the shares that come true: what an estimate that trusts them must be judged by.</summary>
public static class CalibrationError
{
    /// <summary>Mean distance between probability and share over bins with equally many rows, weighted by rows.</summary>
    /// <param name="probabilities">Each in [0, 1].</param>
    /// <param name="labels">True for the positive class.</param>
    /// <param name="bins">How many bins; the first ones have a row more where it doesn't come out even. Fewer rows than bins: a bin for each row.</param>
    /// <returns>In [0, 1]; 0 is perfect. By chance alone about √(p(1−p)·bins/n), so compare it only at one n and one number of bins.</returns>
    /// <remarks>
    /// The expected calibration error of Naeini, Cooper and Hauskrecht (2015), AAAI, with the equal-mass bins of Nguyen and O'Connor (2015), EMNLP.
    /// Rows of equal probability are ordered as given.
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a probability is not in [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static double Expected(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ProbabilityScores.Require(probabilities, labels);
        double[] sorted = probabilities.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length).OrderBy(i => sorted[i])];
        double error = 0;
        int used = Math.Min(bins, sorted.Length), row = 0;
        for (int bin = 0; bin < used; bin++)
        {
            int last = row + (sorted.Length / used) + (bin < sorted.Length % used ? 1 : 0);
            double difference = 0;
            for (; row < last; row++) difference += sorted[order[row]] - (labels[order[row]] ? 1 : 0);
            error += Math.Abs(difference);
        }

        return error / sorted.Length;
    }
}
