using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Fisher's exact test: does something rare happen in the same share of two samples? Right for any count, zero included.</summary>
/// <remarks>Fisher (1934), Statistical Methods for Research Workers. Two-sided by doubling the smaller tail, never below either tail alone.</remarks>
public static class FisherExact
{
    /// <summary>Tests <paramref name="baselineHits"/> of <paramref name="baselineRows"/> against <paramref name="currentHits"/> of <paramref name="currentRows"/>.</summary>
    /// <returns>Statistic: distance of the two shares, in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A sample has no rows, or its hits are below 0 or above its rows.</exception>
    public static TestResult Test(int baselineHits, int baselineRows, int currentHits, int currentRows)
    {
        Require(baselineHits, baselineRows);
        Require(currentHits, currentRows);
        double lower = Tail(currentHits, currentRows, baselineHits, baselineRows);
        double upper = Tail(baselineHits, baselineRows, currentHits, currentRows);
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

    // P(at most `fewer` of the hits fall into the first sample): from the observed table outwards, each term from the one before.
    private static double Tail(int fewer, int rows, int others, int otherRows)
    {
        double term = Math.Exp(LogChoose(rows, fewer) + LogChoose(otherRows, others) - LogChoose(rows + otherRows, fewer + others));
        double sum = term;
        for ((int k, int rest) = (fewer, others); k > 0 && rest < otherRows && term > sum * 1e-17; k--, rest++)
        {
            term *= (double)k * (otherRows - rest) / ((rows - k + 1.0) * (rest + 1.0));
            sum += term;
        }

        return sum;
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);

    private static void Require(int hits, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, rows);
    }
}
