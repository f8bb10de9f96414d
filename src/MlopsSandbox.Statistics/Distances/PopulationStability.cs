namespace MlopsSandbox.Statistics;

/// <summary>Population stability index: how far the shares of a window moved from those of a baseline, over the same bins.</summary>
/// <remarks>
/// The J divergence of Kullback and Leibler (1951), Ann. Math. Stat. 22, 79–86. The customs 0.1 and 0.25 of credit scoring take no account of
/// how many rows there are: 60 rows in 10 bins give about 0.15 when nothing has changed. <see cref="CriticalValue"/> does.
/// </remarks>
public static class PopulationStability
{
    /// <summary>The index of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in (0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>Σ (c − b)·ln(c / b): 0 when equal, no upper bound, in nats; symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a share is not above 0; smooth the counts first (<see cref="SmoothedShares"/>).</exception>
    /// <example><c>Index([0.5, 0.5], [0.4, 0.6])</c> is 0.0405465.</example>
    public static double Index(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        if (baseline.Length != current.Length)
            throw new ArgumentException($"{baseline.Length} baseline shares against {current.Length} current ones; expected the same bins in both.");
        double index = 0;
        for (int k = 0; k < baseline.Length; k++)
        {
            if (!(baseline[k] > 0 && current[k] > 0))
                throw new ArgumentException($"Bin {k} has the shares {baseline[k]} and {current[k]}; expected both above 0. Smooth the counts first.");
            index += (current[k] - baseline[k]) * Math.Log(current[k] / baseline[k]);
        }

        return index;
    }

    /// <summary>The index of two rows of counts, smoothed as <see cref="SmoothedShares"/> does. Bins that neither has are left out.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    public static double Index(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        CategoryCounts.Totals(baseline, current);
        List<int> used = [];
        for (int k = 0; k < baseline.Length; k++)
            if (baseline[k] > 0 || current[k] > 0) used.Add(k);
        return Index(SmoothedShares(Pick(baseline, used)), SmoothedShares(Pick(current, used)));
    }

    /// <summary>Shares of counts with half a row added to each bin (Jeffreys' prior), so that an empty bin keeps the index finite.</summary>
    /// <returns>(count + ½) / (rows + k/2), all above 0, summing to 1.</returns>
    public static double[] SmoothedShares(ReadOnlySpan<int> counts)
    {
        double rows = counts.Length / 2.0;
        foreach (int count in counts) rows += count;
        double[] shares = new double[counts.Length];
        for (int k = 0; k < shares.Length; k++) shares[k] = (counts[k] + 0.5) / rows;
        return shares;
    }

    /// <summary>The index that samples of these sizes exceed with probability <paramref name="alpha"/> when nothing has changed.</summary>
    /// <param name="alpha">Level in (0, 1).</param>
    /// <param name="bins">Bins that hold any row.</param>
    /// <param name="baselineRows">Rows of the baseline, from 1.</param>
    /// <param name="currentRows">Rows of the window, from 1.</param>
    /// <returns>(1/n + 1/m)·χ²(1 − α; k − 1); infinite for a single bin.</returns>
    /// <remarks>
    /// Yurdakul (2018), Statistical Properties of Population Stability Index, dissertation, Western Michigan University. Good while every
    /// bin expects about 5 rows or more in the smaller sample.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or <paramref name="alpha"/> is not in (0, 1).</exception>
    public static double CriticalValue(double alpha, int bins, int baselineRows, int currentRows) =>
        ExpectedPerDegree(baselineRows, currentRows) * ChiSquareTail.Quantile(alpha, bins - 1);

    /// <summary>The index to expect when nothing has changed: (1/n + 1/m)·(k − 1), the mean of the same distribution.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static double ExpectedValue(int bins, int baselineRows, int currentRows) => ExpectedPerDegree(baselineRows, currentRows) * Math.Max(0, bins - 1);

    private static double ExpectedPerDegree(int baselineRows, int currentRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baselineRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(currentRows, 1);
        return (1.0 / baselineRows) + (1.0 / currentRows);
    }

    private static int[] Pick(ReadOnlySpan<int> counts, List<int> bins)
    {
        int[] picked = new int[bins.Count];
        for (int k = 0; k < picked.Length; k++) picked[k] = counts[bins[k]];
        return picked;
    }
}
