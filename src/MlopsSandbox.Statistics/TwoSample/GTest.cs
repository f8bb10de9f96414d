namespace MlopsSandbox.Statistics;

/// <summary>The G test (likelihood ratio) of homogeneity: do two samples share one distribution over categories?</summary>
/// <remarks>
/// Asks what <see cref="ChiSquareHomogeneity"/> asks and agrees with it for large counts; twice the log-likelihood ratio adds up over parts of a
/// table. Rows must be independent, and each sample should expect 5 or more in each category: merge rare categories first
/// with <see cref="RareCategories.Merge"/>; then the 5 % and the 1 % level are within a fifth from 20 rows a sample on, from 50 where many are rare. Wilks (1938), Annals of Mathematical Statistics 9, 60–62; Sokal and Rohlf, Biometry (1981). No correction.
/// </remarks>
public static class GTest
{
    /// <summary>Tests two rows of counts over the same categories in the same order. Categories that neither has are left out.</summary>
    /// <returns>
    /// Statistic: G = 2 Σ observed·ln(observed/expected) over all cells, in nats, from 0 (equal shares) upwards; chi-square with categories less one degrees
    /// of freedom when nothing has changed. One category: 0 and p 1.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    public static ChiSquareResult Test(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        (double baselineRows, double currentRows) = CategoryCounts.Totals(baseline, current);
        double half = 0;
        int categories = 0;
        for (int k = 0; k < baseline.Length; k++)
        {
            double both = (double)baseline[k] + current[k];
            if (both == 0) continue;
            categories++;
            half += Surprise(baseline[k], both * baselineRows / (baselineRows + currentRows));
            half += Surprise(current[k], both * currentRows / (baselineRows + currentRows));
        }

        return new ChiSquareResult(2 * half, ChiSquareTail.Of(2 * half, categories - 1), categories - 1);
    }

    // observed·ln(observed/expected) − (observed − expected). The subtracted part sums to 0 over a table, and without it no term is negative:
    // nothing cancels when counts in the millions agree to the last row.
    private static double Surprise(double observed, double expected)
    {
        double excess = (observed - expected) / expected;
        if (Math.Abs(excess) >= 0.1) return (observed == 0 ? 0 : observed * Math.Log(observed / expected)) - (observed - expected);
        double power = excess * excess, sum = 0;
        for (int k = 2; k <= 20; k++, power *= -excess) sum += power / (k * (k - 1.0));
        return expected * sum;
    }
}
