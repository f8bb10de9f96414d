using System.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>The exact distribution of the Cramér–von Mises statistic without ties, by the sums that lattice paths collect.</summary>
/// <remarks>
/// Xiao, Gordon and Yakovlev (2006), A C++ program for the Cramér–von Mises two-sample test, Journal of Statistical Software 17(8). A table per
/// lattice point says how many paths to it have collected which sum of squared distances; sums that have reached the observed one are kept
/// as one, since they can only grow.
/// </remarks>
internal static class CramerVonMisesCount
{
    /// <summary>Bound on the work: lattice points times distinct sums.</summary>
    public static double Work(int n, int m)
    {
        double lcm = (double)n / (double)BigInteger.GreatestCommonDivisor(n, m) * m;
        return lcm * lcm * ((double)n + m) * n * m;
    }

    /// <summary>P(T ≥ statistic).</summary>
    public static double Tail(double statistic, int n, int m)
    {
        long lcm = n / (long)BigInteger.GreatestCommonDivisor(n, m) * m;
        // A path's sum is T·(lcm·(n + m))²/(nm), a whole number: slack takes up the rounding of the statistic, and one that ties have put between
        // two sums counts as the lower.
        double sum = statistic * lcm * lcm * ((double)n + m) * ((double)n + m) / ((double)n * m);
        long observed = Math.Max(0, (long)Math.Floor(sum + 1e-6 + (1e-12 * sum)));
        PathSums[] column = new PathSums[n + 1];
        for (int j = 0; j <= m; j++)
        {
            for (int i = 0; i <= n; i++)
            {
                long distance = (lcm / n * i) - (lcm / m * j);
                PathSums arriving = i == 0 && j == 0 ? PathSums.Start : PathSums.Merge(j > 0 ? column[i] : null, i > 0 ? column[i - 1] : null);
                column[i] = arriving.Collect(distance * distance, observed);
            }
        }

        return column[n].ShareAt(observed);
    }

    /// <summary>How many paths have collected which sum; sums ascend.</summary>
    private sealed class PathSums(long[] sums, double[] paths)
    {
        public static PathSums Start { get; } = new([0], [1]);

        private readonly long[] _sums = sums;
        private readonly double[] _paths = paths;

        public static PathSums Merge(PathSums? one, PathSums? other)
        {
            if (one is null || other is null) return (one ?? other)!;
            return Merge(one._sums, one._paths, other._sums, other._paths);
        }

        public PathSums Collect(long added, long most)
        {
            int kept = 0;
            while (kept < _sums.Length && _sums[kept] + added < most) kept++;
            int length = kept < _sums.Length ? kept + 1 : kept;
            long[] collected = new long[length];
            double[] counts = new double[length];
            for (int i = 0; i < kept; i++) (collected[i], counts[i]) = (_sums[i] + added, _paths[i]);
            if (kept < length) collected[kept] = most;
            for (int i = kept; i < _sums.Length; i++) counts[kept] += _paths[i];
            return new PathSums(collected, counts);
        }

        public double ShareAt(long most) => _sums[^1] == most ? _paths[^1] / _paths.Sum() : 0;

        private static PathSums Merge(long[] sums, double[] paths, long[] otherSums, double[] otherPaths)
        {
            long[] merged = new long[sums.Length + otherSums.Length];
            double[] counts = new double[merged.Length];
            int length = 0;
            for (int i = 0, j = 0; i < sums.Length || j < otherSums.Length; length++)
            {
                long sum = j == otherSums.Length || (i < sums.Length && sums[i] <= otherSums[j]) ? sums[i] : otherSums[j];
                if (i < sums.Length && sums[i] == sum) counts[length] += paths[i++];
                if (j < otherSums.Length && otherSums[j] == sum) counts[length] += otherPaths[j++];
                merged[length] = sum;
            }

            return new PathSums(merged[..length], counts[..length]);
        }
    }
}
