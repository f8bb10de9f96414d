namespace MlopsSandbox.Statistics;

/// <summary>Has the mean risen? Held against random divisions of all values into two samples, so that it is right for any shape and any size.</summary>
/// <remarks>
/// Given all values of both samples together, each way to divide them is equally likely when nothing has changed. Values must be exchangeable. Where <see cref="WelchT"/> is
/// wrong: skewed values, of which the current sample has few, at small levels.
/// </remarks>
public static class MeanPermutation
{
    /// <summary>Most divisions that may be drawn.</summary>
    public const int MostDivisions = 2_000_000;

    /// <summary>Divisions at least as far apart after which it is clear that nothing was found.</summary>
    private const int Enough = 50;

    /// <summary>Tests two samples in any order.</summary>
    /// <param name="baseline">One value or more, each from −1e150 to 1e150.</param>
    /// <param name="current">The same.</param>
    /// <param name="random">Draws the divisions; the same state gives the same p value.</param>
    /// <param name="divisions">How many are drawn at most, 1 to <see cref="MostDivisions"/>; no p value is below 1/(this + 1).</param>
    /// <returns>
    /// Statistic: mean of current − mean of baseline. P value, one-sided: (k + 1)/(B + 1), where k of all B divisions have at least that; as soon as k is 50, drawing ends
    /// after l divisions with p = 50/l (Besag and Clifford 1991, Sequential Monte Carlo p-values, Biometrika 78, 301–304). O(divisions · the smaller size).
    /// </returns>
    /// <exception cref="ArgumentException">A sample is empty, or has a value that is NaN, infinite or beyond ±1e150.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="divisions"/> is out of range.</exception>
    public static TestResult TestRise(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current, SeededRandom random, int divisions)
    {
        Samples.RequireFinite(baseline, nameof(baseline), least: 1);
        Samples.RequireFinite(current, nameof(current), least: 1);
        if (divisions is < 1 or > MostDivisions) throw new ArgumentOutOfRangeException(nameof(divisions), divisions, $"Expected 1 to {MostDivisions} divisions.");
        double difference = Mean(current) - Mean(baseline);
        // Only the smaller sample is drawn: the sum of the other follows.
        bool drawsCurrent = current.Length <= baseline.Length;
        ReadOnlySpan<double> drawn = drawsCurrent ? current : baseline;
        double[] all = [.. baseline, .. current];
        double sign = drawsCurrent ? 1 : -1, least = (sign * Sum(drawn)) - (1e-10 * all.Sum(Math.Abs));
        int rows = drawn.Length;
        return new TestResult(difference, SequentialPValue.Of(divisions, Enough, () => sign * DrawSum(all, rows, random) >= least));
    }

    private static double DrawSum(double[] all, int rows, SeededRandom random)
    {
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            int chosen = i + random.NextInt(all.Length - i);
            (all[i], all[chosen]) = (all[chosen], all[i]);
            sum += all[i];
        }

        return sum;
    }

    private static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum;
    }
}
