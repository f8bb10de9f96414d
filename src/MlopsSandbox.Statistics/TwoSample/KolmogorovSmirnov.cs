namespace MlopsSandbox.Statistics;

/// <summary>The two-sample test of Kolmogorov and Smirnov: were both samples of a number drawn from one distribution?</summary>
/// <remarks>
/// Sees any change of shape, best near the median. Values must be independent. With ties (rounded or whole numbers) the p value is too large, never too small;
/// <see cref="KolmogorovGivenTies"/> is exact there.
/// Smirnov (1939); Hodges (1958), The significance probability of the Smirnov two-sample test, Arkiv för Matematik 3, 469–486.
/// </remarks>
public static class KolmogorovSmirnov
{
    /// <summary>Largest product of the sample sizes for which the p value is counted exactly; above, it is Hodges' approximation.</summary>
    internal const int ExactProduct = 20_000;

    /// <summary>Largest product of the sizes that is counted exactly at all.</summary>
    internal const long MostExactProduct = 1_000_000_000;

    /// <summary>Tests two samples, each in ascending order and without NaN. O(n + m) unless exact.</summary>
    /// <param name="baselineSorted">One value or more; infinities are the outermost values.</param>
    /// <param name="currentSorted">The same.</param>
    /// <param name="method">How the p value is found; <see cref="PValue"/> says where the automatic choice switches.</param>
    /// <returns>Statistic: <see cref="Statistic"/>, 0 to 1. P value: 1 when all values are equal.</returns>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN.</exception>
    public static TestResult Test(
        ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted, PValueMethod method = PValueMethod.Automatic)
    {
        double statistic = Statistic(baselineSorted, currentSorted);
        return new TestResult(statistic, PValue(statistic, baselineSorted.Length, currentSorted.Length, method));
    }

    /// <summary>As <see cref="Test"/>, for samples in any order, of which it sorts copies.</summary>
    /// <exception cref="ArgumentException">A sample is empty or has a NaN.</exception>
    public static TestResult TestUnsorted(
        ReadOnlySpan<double> baseline, ReadOnlySpan<double> current, PValueMethod method = PValueMethod.Automatic) =>
        Test(SortedSample.Of(baseline), SortedSample.Of(current), method);

    /// <summary>Largest distance between the two empirical distribution functions.</summary>
    /// <returns>0 (the same values in the same shares) to 1 (no overlap). O(n + m), no allocation.</returns>
    /// <exception cref="ArgumentException">A sample is empty, out of order or has a NaN.</exception>
    /// <example>Of 1, 2, 3 against 2, 3, 4 it is 1/3.</example>
    public static double Statistic(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
    {
        Samples.RequireAscending(baselineSorted, nameof(baselineSorted));
        Samples.RequireAscending(currentSorted, nameof(currentSorted));
        (int n, int m) = (baselineSorted.Length, currentSorted.Length);
        (int i, int j) = (0, 0);
        (long gap, long widest, double farthest) = (0, 0, 0);    // gap: the distance in steps of 1/(nm)
        while (i < n && j < m)
        {
            (double x, double y) = (baselineSorted[i], currentSorted[j]);
            int ofBaseline = x <= y ? 1 : 0, ofCurrent = y <= x ? 1 : 0;
            i += ofBaseline;
            j += ofCurrent;
            gap += (-ofBaseline & (long)m) - (-ofCurrent & (long)n);
            // Rarely true, so that the loop runs without a branch that depends on the values; only then it matters whether a tie has ended.
            if (Math.Abs(gap) > widest && IsPast(baselineSorted, i, Math.Min(x, y)) && IsPast(currentSorted, j, Math.Min(x, y)))
                (widest, farthest) = (Math.Abs(gap), Math.Abs(((double)i / n) - ((double)j / m)));
        }

        return Math.Max(farthest, AfterTies(baselineSorted, i, currentSorted, j));
    }

    /// <summary>Probability of a distance of at least <paramref name="statistic"/> between samples of one continuous distribution.</summary>
    /// <remarks>
    /// Automatic: exact while n·m is at most 20,000; above, the limit distribution with Hodges' correction for unequal sizes, within 6 % of the exact
    /// value for p from 0.1 down to 1e-5 at sizes from 150 on, where the plain limit is up to 30 % off.
    /// Exact: the share of lattice paths that leave the band, as in R and scipy; O(n·m), refused above n·m = 10⁹ (some seconds).
    /// Asymptotic: Kolmogorov's limit distribution at √(nm/(n + m)) times the statistic, as R's ks.test(exact = FALSE);
    /// scipy's method="asymp" takes the one-sample distribution of round(nm/(n + m)) values instead. It is careful: 3.5 % instead of 5 at 25
    /// against 25 values, 3.7 at 100, within a fifth from 200 on without ties, and with few different values at no size (1.1 % of Poisson counts).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or the statistic is not in [0, 1].</exception>
    /// <exception cref="ArgumentException">Exact was asked for with n·m above 10⁹.</exception>
    public static double PValue(double statistic, int baselineSize, int currentSize, PValueMethod method = PValueMethod.Automatic)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baselineSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(currentSize, 1);
        if (statistic is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "Expected a distance in [0, 1].");
        long product = (long)baselineSize * currentSize;
        return method switch
        {
            PValueMethod.Exact when product > MostExactProduct =>
                throw new ArgumentException(
                    $"The sizes have the product {product}; expected at most {MostExactProduct} to count exactly. Use the asymptotic method."),
            PValueMethod.Asymptotic => KolmogorovDistribution.Tail(Scaled(statistic, baselineSize, currentSize)),
            _ when method == PValueMethod.Exact || product <= ExactProduct => ExactTail.Of(statistic, baselineSize, currentSize),
            _ => LimitTail(statistic, baselineSize, currentSize),
        };
    }

    /// <summary>The least distance that is significant: <see cref="PValue"/> is at most <paramref name="alpha"/> from here on.</summary>
    /// <returns>In (0, 1], or above 1 when samples so small cannot be significant at that level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or <paramref name="alpha"/> is not in (0, 1).</exception>
    public static double CriticalValue(double alpha, int baselineSize, int currentSize)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        if (PValue(1, baselineSize, currentSize) > alpha) return Math.BitIncrement(1);
        return LeastSignificant(alpha, statistic => PValue(statistic, baselineSize, currentSize));
    }

    /// <summary>The least distance that is significant by Hodges' approximation; at most 1.</summary>
    internal static double HodgesCritical(double alpha, int baselineSize, int currentSize) =>
        LeastSignificant(alpha, statistic => LimitTail(statistic, baselineSize, currentSize));

    // By halving: the tail falls as the distance grows.
    private static double LeastSignificant(double alpha, Func<double, double> tail)
    {
        (double below, double atLeast) = (0, 1);
        while (atLeast - below > 1e-12)
        {
            double middle = (below + atLeast) / 2;
            if (tail(middle) <= alpha) atLeast = middle;
            else below = middle;
        }

        return atLeast;
    }

    private static double LimitTail(double statistic, int baselineSize, int currentSize)
    {
        double more = Math.Max(baselineSize, currentSize), fewer = Math.Min(baselineSize, currentSize);
        return KolmogorovDistribution.Tail(Scaled(statistic, more, fewer) + ((more + (2 * fewer)) / (6 * Math.Sqrt(more * fewer * (more + fewer)))));
    }

    private static double Scaled(double statistic, double n, double m) => statistic * Math.Sqrt(n * m / (n + m));

    private static bool IsPast(ReadOnlySpan<double> sorted, int index, double value) => index == sorted.Length || sorted[index] > value;

    // One sample is used up: from the end of the tie in which that happened on, the distance only shrinks.
    private static double AfterTies(ReadOnlySpan<double> baselineSorted, int i, ReadOnlySpan<double> currentSorted, int j)
    {
        double last = i == baselineSorted.Length ? baselineSorted[^1] : currentSorted[^1];
        while (i < baselineSorted.Length && baselineSorted[i] <= last) i++;
        while (j < currentSorted.Length && currentSorted[j] <= last) j++;
        return Math.Abs(((double)i / baselineSorted.Length) - ((double)j / currentSorted.Length));
    }
}
