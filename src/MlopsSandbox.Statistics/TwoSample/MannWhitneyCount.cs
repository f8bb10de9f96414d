using System.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>The exact distribution of Mann and Whitney's U without ties.</summary>
internal static class MannWhitneyCount
{
    /// <summary>P(U ≤ u) for samples of n and m values.</summary>
    /// <remarks>
    /// The largest of i + j values belongs to the first sample with probability i/(i + j), and then wins j pairs:
    /// P(i, j, u) = i/(i + j)·P(i − 1, j, u − j) + j/(i + j)·P(i, j − 1, u). Sums of positive terms in [0, 1], so that the far tail is accurate.
    /// O(n·m·u).
    /// </remarks>
    public static double AtMost(long u, int n, int m)
    {
        (int more, int fewer) = (Math.Max(n, m), Math.Min(n, m));
        double[][] ofFewer = [.. Enumerable.Range(0, fewer + 1).Select(_ => new double[u + 1])];
        foreach (double[] chances in ofFewer) chances[0] = 1;
        for (int i = 1; i <= more; i++)
            for (int j = 1; j <= fewer; j++) Step(ofFewer[j], ofFewer[j - 1], i, j);
        return Math.Min(1, ofFewer[fewer].Sum());
    }

    // Before, chances stands for (i − 1, j); before is already (i, j − 1). From the top, since a value comes from further below.
    private static void Step(Span<double> chances, ReadOnlySpan<double> before, int i, int j)
    {
        double first = (double)i / (i + j), second = (double)j / (i + j);
        int width = Vector<double>.Count, u = chances.Length;
        for (; u - width >= j; u -= width)
        {
            Vector<double> wins = new(chances.Slice(u - width - j, width)), loses = new(before.Slice(u - width, width));
            ((wins * first) + (loses * second)).CopyTo(chances.Slice(u - width, width));
        }

        for (u--; u >= 0; u--) chances[u] = (u >= j ? first * chances[u - j] : 0) + (second * before[u]);
    }
}
