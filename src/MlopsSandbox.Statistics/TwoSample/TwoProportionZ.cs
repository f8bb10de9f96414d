namespace MlopsSandbox.Statistics;

/// <summary>The z test of two proportions: does something happen in the same share of two samples?</summary>
/// <remarks>
/// With the pooled share's standard error, so that z² is the chi-square of the 2×2 table without correction. Rows must be independent, and each sample
/// should expect at least 5 rows with and 5 without; below that use <see cref="FisherExact"/>, which is right for any count.
/// </remarks>
public static class TwoProportionZ
{
    /// <summary>
    /// Tests <paramref name="baselineHits"/> of <paramref name="baselineRows"/> against <paramref name="currentHits"/> of <paramref name="currentRows"/>.
    /// </summary>
    /// <returns>
    /// Statistic: (baseline's share − current share) / its standard error, without bound; negative when the share rose. P value: two-sided.
    /// When nothing or everything is a hit: 0 and p 1.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A sample has no rows, or its hits are below 0 or above its rows.</exception>
    public static TestResult Test(int baselineHits, int baselineRows, int currentHits, int currentRows)
    {
        Hits.Require(baselineHits, baselineRows);
        Hits.Require(currentHits, currentRows);
        double rows = (double)baselineRows + currentRows, hits = (double)baselineHits + currentHits;
        if (hits == 0 || hits == rows) return new TestResult(0, 1);
        // (a/n − b/m) over the standard error, brought to whole numbers: (a·m − b·n) √((n + m) / (hits·misses·n·m)).
        double difference = ((long)baselineHits * currentRows) - ((long)currentHits * baselineRows);
        double statistic = difference * Math.Sqrt(rows / (hits * (rows - hits) * baselineRows * currentRows));
        return new TestResult(statistic, NormalTail.TwoSided(statistic));
    }
}
