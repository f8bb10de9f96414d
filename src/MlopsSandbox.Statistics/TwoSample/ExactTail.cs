using System.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>The exact distribution of the two-sample Kolmogorov–Smirnov distance without ties, by counting lattice paths.</summary>
internal static class ExactTail
{
    /// <summary>P(D ≥ statistic): share of the orders of n and m values whose path leaves the band |i/n − j/m| &lt; statistic.</summary>
    /// <remarks>
    /// A path takes its next step from the remaining ones, so its probability is built up step by step: every number is in [0, 1] and is
    /// a sum of positive terms, which keeps the far tail accurate. O(n·m).
    /// </remarks>
    public static double Of(double statistic, int n, int m)
    {
        long unit = m / (long)BigInteger.GreatestCommonDivisor(n, m), other = unit * n / m;
        // The distance is a multiple of 1/(n·unit); half a unit of slack takes up the rounding of the caller's division.
        double limit = (statistic * n * unit) - 0.5;
        double[] inside = new double[m + 1];
        double left = 0;
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                double arriving = Arriving(inside, i, j, n, m);
                bool leaves = Math.Abs((i * unit) - (j * other)) > limit;
                if (leaves) left += arriving;
                inside[j] = leaves ? 0 : arriving;
            }
        }

        return Math.Min(1, left);
    }

    // Before the update inside[j] still stands for (i − 1, j), and inside[j − 1] already for (i, j − 1).
    private static double Arriving(double[] inside, int i, int j, int n, int m)
    {
        if (i == 0 && j == 0) return 1;
        double fromBelow = i == 0 ? 0 : inside[j] * (n - i + 1) / (n - i + 1 + m - j);
        double fromLeft = j == 0 ? 0 : inside[j - 1] * (m - j + 1) / (n - i + m - j + 1);
        return fromBelow + fromLeft;
    }
}
