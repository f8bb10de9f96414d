namespace MlopsSandbox.Statistics;

/// <summary>The two-sample test of Cramér and von Mises: were both samples of a number drawn from one distribution?</summary>
/// <remarks>
/// Sums the squared distance of the two distribution functions over all values, so it sees a small shift along the whole range sooner than
/// <see cref="KolmogorovSmirnov"/> does. Values must be independent.
/// Anderson (1962), On the distribution of the two-sample Cramér–von Mises criterion, Annals of Mathematical Statistics 33, 1148–1159.
/// </remarks>
public static class CramerVonMises
{
    /// <summary>Largest size of either sample for which <see cref="PValueMethod.Automatic"/> counts exactly.</summary>
    internal const int LargestExact = 20;

    // Bound on cells times distinct sums of the exact count: about a second at worst.
    private const double MostWork = 2.5e9;

    /// <summary>Tests two samples, each in ascending order and without NaN. O(n + m) unless exact.</summary>
    /// <param name="baselineSorted">2 values or more.</param>
    /// <param name="currentSorted">2 values or more.</param>
    /// <param name="method">
    /// Exact: counted over all orders (Xiao, Gordon and Yakovlev 2006, Journal of Statistical Software 17(8)). Asymptotic: the limit distribution
    /// of the statistic brought to the limit's mean and variance, within a fifth of the 5 % level from 5 values a sample on and of the 1 % level
    /// from 8; with many equal values it is careful (2.2 % with six zeros of ten). Automatic: exact up to 20 values in the larger sample. All as in scipy.
    /// </param>
    /// <param name="ties">What a tie counts as; <see cref="CramerVonMisesTies.MidRanks"/> is scipy's choice, and misleads.</param>
    /// <returns>Statistic: T, see <see cref="Statistic"/>. P value: 1 when all values are equal and ties are spread.</returns>
    /// <exception cref="ArgumentException">
    /// A sample has fewer than 2 values, is out of order or has a NaN; or the sizes are too large or unlike for an exact count.
    /// </exception>
    public static TestResult Test(
        ReadOnlySpan<double> baselineSorted,
        ReadOnlySpan<double> currentSorted,
        PValueMethod method = PValueMethod.Automatic,
        CramerVonMisesTies ties = CramerVonMisesTies.Spread)
    {
        double statistic = Statistic(baselineSorted, currentSorted, ties);
        (int n, int m) = (baselineSorted.Length, currentSorted.Length);
        bool exact = method == PValueMethod.Exact || (method == PValueMethod.Automatic && Math.Max(n, m) <= LargestExact);
        if (!exact) return new TestResult(statistic, AsymptoticTail(statistic, n, m));
        RequireCountable(n, m);
        return new TestResult(statistic, CramerVonMisesCount.Tail(statistic, n, m));
    }

    /// <summary>As <see cref="Test"/>, for samples in any order, of which it sorts copies.</summary>
    /// <exception cref="ArgumentException">A sample has fewer than 2 values or a NaN; or the sizes are too large or unlike for an exact count.</exception>
    public static TestResult TestUnsorted(
        ReadOnlySpan<double> baseline,
        ReadOnlySpan<double> current,
        PValueMethod method = PValueMethod.Automatic,
        CramerVonMisesTies ties = CramerVonMisesTies.Spread) =>
        Test(SortedSample.Of(baseline), SortedSample.Of(current), method, ties);

    /// <summary>Anderson's T: nm/(n + m)² times the sum, over all values, of the squared distance of the two distribution functions.</summary>
    /// <returns>From 0 upwards without bound; in the limit its mean is 1/6 and its 5 % point 0.461 when nothing has changed.</returns>
    /// <remarks>O(n + m), no allocation.</remarks>
    /// <exception cref="ArgumentException">A sample has fewer than 2 values, is out of order or has a NaN.</exception>
    /// <example>Of 1, 2 against 3, 4 it is 3/8.</example>
    public static double Statistic(
        ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted, CramerVonMisesTies ties = CramerVonMisesTies.Spread)
    {
        Samples.RequireAscending(baselineSorted, nameof(baselineSorted), least: 2);
        Samples.RequireAscending(currentSorted, nameof(currentSorted), least: 2);
        PooledGroups groups = new(baselineSorted, currentSorted);
        return ties == CramerVonMisesTies.Spread
            ? SpreadSum(groups, baselineSorted.Length, currentSorted.Length)
            : MidRankSum(groups, baselineSorted.Length, currentSorted.Length);
    }

    private static double SpreadSum(PooledGroups groups, long n, long m)
    {
        (double sum, long before) = (0, 0);
        while (groups.MoveNext())
        {
            // nm times the distance, in whole numbers: before the group, and by how much it changes there.
            double from = before, change = (groups.BaselineEqual * m) - (groups.CurrentEqual * n), equal = (double)groups.BaselineEqual + groups.CurrentEqual;
            before += (long)change;
            // Σ (from + change·i/l)² for i = 1, …, l; of a single value it is the square of the distance after it.
            sum += equal == 1
                ? (double)before * before
                : (equal * from * from) + (from * change * (equal + 1)) + (change * change * (equal + 1) * ((2 * equal) + 1) / (6 * equal));
        }

        double all = n + m;
        return sum / ((double)n * m * all * all);
    }

    // T = U/(kN) − (4k − 1)/(6N) with k = nm, N = n + m (Anderson's equation 9); 12U is whole even with midranks, so nothing is lost in the difference.
    private static double MidRankSum(PooledGroups groups, long n, long m)
    {
        Int128 ofBaseline = 0, ofCurrent = 0, product = (Int128)n * m;
        while (groups.MoveNext())
        {
            ofBaseline += TwelveSquares(groups.BaselineEqual, groups.CurrentBelow, groups.CurrentEqual);
            ofCurrent += TwelveSquares(groups.CurrentEqual, groups.BaselineBelow, groups.BaselineEqual);
        }

        Int128 numerator = (n * ofBaseline) + (m * ofCurrent) - (2 * product * ((4 * product) - 1));
        return (double)numerator / (12 * (double)product * (n + m));
    }

    // 12 Σ (pooled midrank − own rank)² over one sample's values of a group: they lie about a common centre at distances 1 apart.
    private static Int128 TwelveSquares(int own, int othersBelow, int othersEqual)
    {
        if (own == 0) return 0;
        long centre = (2L * othersBelow) + othersEqual;
        return ((Int128)(3L * own) * centre * centre) + ((Int128)own * (((long)own * own) - 1));
    }

    private static double AsymptoticTail(double statistic, double n, double m)
    {
        double product = n * m, all = n + m;
        double mean = (1 + (1 / all)) / 6;
        double variance = (all + 1) * ((4 * product * all) - (3 * ((n * n) + (m * m))) - (2 * product)) / (45 * all * all * 4 * product);
        return CramerVonMisesLimit.Tail((1 / 6.0) + ((statistic - mean) / Math.Sqrt(45 * variance)));
    }

    private static void RequireCountable(int n, int m)
    {
        if (CramerVonMisesCount.Work(n, m) <= MostWork) return;
        throw new ArgumentException(
            $"Samples of {n} and {m} values are too large or unlike to be counted exactly; "
            + "expected at most 20 each, or about 65 of equal size. Use the asymptotic method.");
    }
}
