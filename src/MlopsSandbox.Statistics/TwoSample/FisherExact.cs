using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Fisher's exact test: does something rare happen in the same share of two samples? Right for any count, zero included.</summary>
/// <remarks>Fisher (1934), Statistical Methods for Research Workers. Two-sided by doubling the smaller tail, never below either tail alone.</remarks>
public static class FisherExact
{
    /// <summary>Tests <paramref name="baselineHits"/> of <paramref name="baselineRows"/> against <paramref name="currentHits"/> of <paramref name="currentRows"/>.</summary>
    /// <returns>Statistic: distance of the two shares, in [0, 1]. O(hits).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A sample has no rows, or its hits are below 0 or above its rows.</exception>
    public static TestResult Test(int baselineHits, int baselineRows, int currentHits, int currentRows)
    {
        Require(baselineHits, baselineRows);
        Require(currentHits, currentRows);
        int hits = baselineHits + currentHits;
        double lower = 0, upper = 0;
        for (int k = Math.Max(0, hits - baselineRows); k <= Math.Min(hits, currentRows); k++)
        {
            double probability = Math.Exp(LogChoose(currentRows, k) + LogChoose(baselineRows, hits - k) - LogChoose(baselineRows + currentRows, hits));
            if (k <= currentHits) lower += probability;
            if (k >= currentHits) upper += probability;
        }

        double distance = Math.Abs(((double)currentHits / currentRows) - ((double)baselineHits / baselineRows));
        return new TestResult(distance, Math.Min(1, 2 * Math.Min(lower, upper)));
    }

    /// <summary>
    /// The least distance above the baseline's share that is significant at <paramref name="alpha"/>, given the baseline;
    /// infinite when no count of the current sample would be.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A sample has no rows, the hits are out of range, or <paramref name="alpha"/> is not in (0, 1).</exception>
    public static double CriticalDistance(double alpha, int baselineHits, int baselineRows, int currentRows)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        int expected = (int)((double)baselineHits / baselineRows * currentRows);
        (int quiet, int significant) = (expected, currentRows);
        if (Test(baselineHits, baselineRows, significant, currentRows).PValue > alpha) return double.PositiveInfinity;
        while (significant - quiet > 1)
        {
            int middle = quiet + ((significant - quiet) / 2);
            if (Test(baselineHits, baselineRows, middle, currentRows).PValue <= alpha) significant = middle;
            else quiet = middle;
        }

        return Test(baselineHits, baselineRows, significant, currentRows).Statistic;
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);

    private static void Require(int hits, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, rows);
    }
}
