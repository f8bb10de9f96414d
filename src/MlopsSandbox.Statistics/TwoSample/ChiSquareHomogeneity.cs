namespace MlopsSandbox.Statistics;

/// <summary>Pearson's chi-square test of homogeneity: do two samples share one distribution over categories?</summary>
/// <remarks>
/// Pearson (1900), Philosophical Magazine 50, 157–175; no continuity correction. The approximation wants every expected count to be 5 or more
/// (Cochran 1954): merge rare categories first with <see cref="RareCategories.Merge"/>. Then the 5 % and the 1 % level are
/// within a fifth from 20 rows a sample on, from 50 where many are rare; smaller levels want more, see docs/calibration.md.
/// </remarks>
public static class ChiSquareHomogeneity
{
    /// <summary>Tests two rows of counts over the same categories in the same order. Categories that neither has are left out.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    public static ChiSquareResult Test(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        (double baselineRows, double currentRows) = CategoryCounts.Totals(baseline, current);
        double statistic = 0;
        int categories = 0;
        for (int k = 0; k < baseline.Length; k++)
        {
            double both = (double)baseline[k] + current[k];
            if (both == 0) continue;
            categories++;
            // Two cells of one column deviate by the same amount; their sum of squares over expected counts in closed form:
            double deviation = current[k] - (both * currentRows / (baselineRows + currentRows));
            statistic += deviation * deviation * (baselineRows + currentRows) * (baselineRows + currentRows) / (both * baselineRows * currentRows);
        }

        return new ChiSquareResult(statistic, ChiSquareTail.Of(statistic, categories - 1), categories - 1);
    }

    /// <summary>The least statistic that is significant at <paramref name="alpha"/>; infinite without degrees of freedom.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public static double CriticalValue(double alpha, int degreesOfFreedom) => ChiSquareTail.Quantile(alpha, degreesOfFreedom);
}
