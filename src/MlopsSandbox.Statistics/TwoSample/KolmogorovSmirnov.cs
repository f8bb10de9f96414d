namespace MlopsSandbox.Statistics;

/// <summary>The two-sample test of Kolmogorov and Smirnov: were both samples of a number drawn from one distribution?</summary>
/// <remarks>
/// Sees any change of shape, best near the median. With ties (rounded or whole numbers) the p value is too large, never too small.
/// Smirnov (1939); Hodges (1958), The significance probability of the Smirnov two-sample test, Arkiv för Matematik 3, 469–486.
/// </remarks>
public static class KolmogorovSmirnov
{
    /// <summary>Largest product of the sample sizes for which the p value is counted exactly; above, it is Hodges' approximation.</summary>
    internal const int ExactProduct = 20_000;

    /// <summary>Tests two samples, each in ascending order and without NaN.</summary>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN.</exception>
    public static TestResult Test(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        double statistic = Statistic(baselineSorted, currentSorted);
        return new TestResult(statistic, PValue(statistic, baselineSorted.Length, currentSorted.Length));
    }

    /// <summary>Largest distance between the two empirical distribution functions.</summary>
    /// <returns>0 (the same values in the same shares) to 1 (no overlap). O(n + m), no allocation.</returns>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN.</exception>
    /// <example>Of 1, 2, 3 against 2, 3, 4 it is 1/3.</example>
    public static double Statistic(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        RequireAscending(baselineSorted, nameof(baselineSorted));
        RequireAscending(currentSorted, nameof(currentSorted));
        double farthest = 0;
        for (int below = 0, other = 0; below < baselineSorted.Length && other < currentSorted.Length;)
        {
            double value = Math.Min(baselineSorted[below], currentSorted[other]);
            below = SkipThrough(baselineSorted, below, value);
            other = SkipThrough(currentSorted, other, value);
            farthest = Math.Max(farthest, Math.Abs(((double)below / baselineSorted.Length) - ((double)other / currentSorted.Length)));
        }

        return farthest;
    }

    /// <summary>Probability of a distance of at least <paramref name="statistic"/> between samples of one continuous distribution.</summary>
    /// <remarks>
    /// Exact while n·m is at most 20,000; above, the limit distribution with Hodges' correction for unequal sizes, within 6 % of the exact
    /// value for p from 0.1 down to 1e-5 at sizes from 150 on, where the plain limit is up to 30 % off.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or the statistic is not in [0, 1].</exception>
    public static double PValue(double statistic, int baselineSize, int currentSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baselineSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(currentSize, 1);
        if (statistic is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "Expected a distance in [0, 1].");
        return (long)baselineSize * currentSize <= ExactProduct
            ? ExactTail.Of(statistic, baselineSize, currentSize)
            : LimitTail(statistic, baselineSize, currentSize);
    }

    /// <summary>The least distance that is significant: <see cref="PValue"/> is at most <paramref name="alpha"/> from here on.</summary>
    /// <returns>In (0, 1], or above 1 when samples so small cannot be significant at that level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or <paramref name="alpha"/> is not in (0, 1).</exception>
    public static double CriticalValue(double alpha, int baselineSize, int currentSize)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        if (PValue(1, baselineSize, currentSize) > alpha) return Math.BitIncrement(1);
        (double below, double atLeast) = (0, 1);
        while (atLeast - below > 1e-12)
        {
            double middle = (below + atLeast) / 2;
            if (PValue(middle, baselineSize, currentSize) <= alpha) atLeast = middle;
            else below = middle;
        }

        return atLeast;
    }

    private static double LimitTail(double statistic, int baselineSize, int currentSize)
    {
        double more = Math.Max(baselineSize, currentSize), fewer = Math.Min(baselineSize, currentSize);
        double scaled = statistic * Math.Sqrt(more * fewer / (more + fewer));
        return KolmogorovDistribution.Tail(scaled + ((more + (2 * fewer)) / (6 * Math.Sqrt(more * fewer * (more + fewer)))));
    }

    private static int SkipThrough(ReadOnlySpan<double> sorted, int index, double value)
    {
        while (index < sorted.Length && sorted[index] == value) index++;
        return index;
    }

    private static void RequireAscending(ReadOnlySpan<double> sample, string name)
    {
        if (sample.IsEmpty) throw new ArgumentException("The sample is empty; expected at least one value.", name);
        if (double.IsNaN(sample[0])) throw new ArgumentException("The sample has a NaN; leave missing values out.", name);
        for (int i = 1; i < sample.Length; i++)
        {
            if (!(sample[i - 1] <= sample[i]))
                throw new ArgumentException($"Value {i} of the sample breaks the ascending order or is NaN; sort it and leave missing values out.", name);
        }
    }
}
