using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Fisher's exact test: does something rare happen in the same share of two samples? Right for any count, zero included.</summary>
/// <remarks>
/// Fisher (1934), Statistical Methods for Research Workers. Rows must be independent; right for any size, down to one row, where no p value is small.
/// Two-sided by doubling the smaller tail unless another convention is named: never below either tail alone.
/// </remarks>
public static class FisherExact
{
    /// <summary>
    /// Tests <paramref name="baselineHits"/> of <paramref name="baselineRows"/> against <paramref name="currentHits"/> of <paramref name="currentRows"/>.
    /// </summary>
    /// <returns>Statistic: distance of the two shares, in [0, 1]. P value: two-sided, given both margins.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A sample has no rows, or its hits are below 0 or above its rows.</exception>
    public static TestResult Test(int baselineHits, int baselineRows, int currentHits, int currentRows, FisherSides sides = FisherSides.Doubled)
    {
        Hits.Require(baselineHits, baselineRows);
        Hits.Require(currentHits, currentRows);
        double lower = Tail(currentHits, currentRows, baselineHits, baselineRows);
        double upper = Tail(baselineHits, baselineRows, currentHits, currentRows);
        double distance = Math.Abs(((double)currentHits / currentRows) - ((double)baselineHits / baselineRows));
        double p = sides == FisherSides.Doubled
            ? 2 * Math.Min(lower, upper)
            : lower <= upper
                ? lower + OtherTail(currentHits, currentRows, baselineHits, baselineRows)
                : upper + OtherTail(baselineHits, baselineRows, currentHits, currentRows);
        return new TestResult(distance, Math.Min(1, p));
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
        double term = Probability(fewer, rows, others, otherRows);
        double sum = term;
        for ((int k, int rest) = (fewer, others); k > 0 && rest < otherRows && term > sum * 1e-17; k--, rest++)
        {
            term *= (double)k * (otherRows - rest) / ((rows - k + 1.0) * (rest + 1.0));
            sum += term;
        }

        return sum;
    }

    // The observed table has few hits in the first sample: all tables beyond the most probable one that are no more probable than it.
    private static double OtherTail(int fewer, int rows, int others, int otherRows)
    {
        const double Slack = 1 + 1e-7; // takes up rounding, so that a table as probable as the observed one counts
        int hits = fewer + others;
        double limit = Probability(fewer, rows, others, otherRows) * Slack;
        int mode = (int)((hits + 1.0) * (rows + 1.0) / (rows + otherRows + 2.0));
        (int likely, int beyond) = (Math.Max(fewer, mode - 1), Math.Min(hits, rows) + 1);
        while (beyond - likely > 1)
        {
            int middle = likely + ((beyond - likely) / 2);
            if (Probability(middle, rows, hits - middle, otherRows) <= limit) beyond = middle;
            else likely = middle;
        }

        return beyond > Math.Min(hits, rows) ? 0 : Tail(hits - beyond, otherRows, beyond, rows);
    }

    private static double Probability(int hits, int rows, int otherHits, int otherRows) =>
        Math.Exp(LogChoose(rows, hits) + LogChoose(otherRows, otherHits) - LogChoose(rows + otherRows, hits + otherHits));

    private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
