using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.DataQuality;

/// <summary>How likely so many violations are when nothing has changed: by chance alone some values lie beyond all that were seen before.</summary>
internal static class ChanceOfViolations
{
    /// <summary>Chance that at least <paramref name="beyond"/> of <paramref name="rows"/> new values lie beyond the largest (or the smallest) of the baseline's.</summary>
    /// <remarks>
    /// When old and new rows are drawn alike, all orders are equally likely, so that the largest k of all are all new with probability
    /// Π (rows − i) / (baseline + rows − i), i from 0 to k − 1: exact for any continuous distribution; smaller still with ties, and with slack.
    /// </remarks>
    public static double BeyondOneEnd(int beyond, int rows, int baselineRows)
    {
        double p = 1;
        for (int i = 0; i < beyond; i++) p *= (double)(rows - i) / (baselineRows + rows - i);
        return p;
    }

    /// <summary>Chance of values beyond either end, each end at half the level.</summary>
    public static double BeyondRange(int below, int above, int rows, int baselineRows) =>
        Math.Min(1, 2 * Math.Min(BeyondOneEnd(below, rows, baselineRows), BeyondOneEnd(above, rows, baselineRows)));

    /// <summary>Chance of at least so many hits, against the baseline's share of them: Fisher's exact test; 1 when their share has not risen.</summary>
    public static double MoreHits(int baselineHits, int baselineRows, int hits, int rows) =>
        (double)hits / rows <= (double)baselineHits / baselineRows ? 1 : FisherExact.Test(baselineHits, baselineRows, hits, rows).PValue;

    /// <summary>Bound on the chance of so few or so many different values among the window's, had old and new rows been dealt at random.</summary>
    /// <remarks>
    /// Given all values of both, value i with c copies of N shows up among m dealt rows with probability 1 − C(N−c, m)/C(N, m). These events are negatively
    /// associated, so that Chernoff's bound exp(−K·KL(d/K ‖ mean/K)) holds for their sum d over K values (Dubhashi and Ranjan 1998), doubled for two sides.
    /// </remarks>
    public static double Distinct(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> windowSorted, out double expected)
    {
        double[] pooled = [.. baselineSorted, .. windowSorted];
        Array.Sort(pooled);
        double mean = 0;
        int values = 0;
        for (int first = 0, next; first < pooled.Length; first = next)
        {
            for (next = first; next < pooled.Length && pooled[next] == pooled[first]; next++) { }
            mean += ShowsUp(next - first, windowSorted.Length, pooled.Length);
            values++;
        }

        expected = mean;
        return Math.Min(1, 2 * Math.Exp(-values * Divergence((double)DifferentIn(windowSorted) / values, mean / values)));
    }

    /// <summary>Different values of an ascending sample.</summary>
    public static int DifferentIn(ReadOnlySpan<double> sorted)
    {
        int different = sorted.IsEmpty ? 0 : 1;
        for (int i = 1; i < sorted.Length; i++) different += sorted[i] != sorted[i - 1] ? 1 : 0;
        return different;
    }

    private static double ShowsUp(int copies, int dealt, int all)
    {
        double none = 1;
        for (int i = 0; i < copies && none > 0; i++) none *= Math.Max(0, all - dealt - i) / (double)(all - i);
        return 1 - none;
    }

    private static double Divergence(double share, double mean) => Term(share, mean) + Term(1 - share, 1 - mean);

    private static double Term(double share, double mean) => share <= 0 ? 0 : mean <= 0 ? double.PositiveInfinity : share * Math.Log(share / mean);
}
