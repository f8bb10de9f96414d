using System.Collections.Concurrent;
using MathNet.Numerics;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How near to the nominal level the p values of a discrete test come, worked out apart from the test: the largest one that is not above it.</summary>
internal static class AttainableLevel
{
    private static readonly ConcurrentDictionary<(int, int, double), double> _ofKolmogorov = new(), _ofMannWhitney = new();
    private static readonly ConcurrentDictionary<(int, int, int, double), double> _ofFisher = new();

    /// <summary>Of Kolmogorov-Smirnov without ties; NaN with them, and of samples whose orders take long to count.</summary>
    public static double OfKolmogorov(double[] x, double[] y, double nominal) => HasTies(x, y) || (long)x.Length * y.Length > 1_000_000 ? double.NaN : _ofKolmogorov.GetOrAdd((x.Length, y.Length, nominal), key =>
    {
        // Distances are whole multiples of 1/(nm); the largest tail that is not above the level, by halving.
        var (n, m, _) = key;
        var (quiet, significant) = (0L, (long)n * m);
        while (significant - quiet > 1)
        {
            var middle = (quiet + significant) / 2;
            if (Tail(middle) <= nominal) significant = middle;
            else quiet = middle;
        }

        return Tail(significant);

        double Tail(long units) => KolmogorovSmirnov.PValue((double)units / ((long)n * m), n, m, PValueMethod.Exact);
    });

    /// <summary>Of Mann and Whitney's test without ties, by their recursion over the orders.</summary>
    public static double OfMannWhitney(double[] x, double[] y, double nominal) => _ofMannWhitney.GetOrAdd((x.Length, y.Length, nominal), key =>
    {
        var (n, m, _) = key;
        var below = new double[m + 1][];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                var chances = new double[(i * j) + 1];
                if (i == 0 || j == 0) chances[0] = 1;
                else for (var u = 0; u < chances.Length; u++) chances[u] = ((u >= j && u - j < below[j].Length ? i * below[j][u - j] : 0) + (u < below[j - 1].Length ? j * below[j - 1][u] : 0)) / (i + j);
                below[j] = chances;
            }
        }

        return LargestUpTo(nominal, below[m], sides: 2);
    });

    /// <summary>Of Fisher's test, the smaller tail doubled, given how many hits both samples have together.</summary>
    public static double OfFisher(int hits, int n, int m, double nominal) => _ofFisher.GetOrAdd((hits, n, m, nominal), key =>
    {
        double[] chances = [.. Enumerable.Range(0, Math.Min(hits, m) + 1).Select(k => hits - k > n ? 0 : Math.Exp(LogChoose(hits, k) + LogChoose(n + m - hits, m - k) - LogChoose(n + m, m)))];
        double[] fromAbove = [.. chances.Reverse()];
        return Math.Min(1, (LargestUpTo(nominal, chances, sides: 2) + LargestUpTo(nominal, fromAbove, sides: 2)) / 2);
    });

    /// <summary>Of permutations, so many that the level is a multiple of their share: the level itself, as two divisions are hardly ever equally far apart without ties.</summary>
    public static double OfPermutations(double[] x, double[] y, double nominal) => HasTies(x, y) || Math.Min(x.Length, y.Length) < 20 ? double.NaN : nominal;

    /// <summary>Whether a value comes twice, both samples in ascending order.</summary>
    public static bool HasTies(double[] x, double[] y)
    {
        for (int i = 0, j = 0; i < x.Length || j < y.Length;)
        {
            var value = j == y.Length || (i < x.Length && x[i] <= y[j]) ? x[i++] : y[j++];
            if ((i < x.Length && x[i] == value) || (j < y.Length && y[j] == value)) return true;
        }

        return false;
    }

    private static double LargestUpTo(double nominal, double[] chances, int sides)
    {
        var sum = 0.0;
        foreach (var chance in chances)
        {
            if (sides * (sum + chance) > nominal) break;
            sum += chance;
        }

        return sides * sum;
    }

    private static double LogChoose(int n, int k) => k < 0 || k > n ? double.NegativeInfinity : SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
