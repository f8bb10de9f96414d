namespace MlopsSandbox.Statistics;

/// <summary>Kullback and Leibler's divergence (relative entropy) of a window from its baseline, over the same bins.</summary>
/// <remarks>
/// How many nats more a row of the window costs when it is coded by the baseline's shares. Not symmetric: swap the arguments for the other way;
/// both ways added are the <see cref="PopulationStability"/> index. Kullback and Leibler (1951), Ann. Math. Stat. 22, 79–86.
/// </remarks>
public static class KullbackLeibler
{
    /// <summary>The divergence of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in [0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>
    /// Σ c·ln(c / b): 0 when equal, no upper bound, in nats. Empty bins are not smoothed: one that the window has and the baseline has not makes it
    /// infinite; one that the window has not adds nothing.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    /// <example><c>Divergence([0.5, 0.5], [0.25, 0.75])</c> is 0.1308121.</example>
    public static double Divergence(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Shares.Require(baseline, current);
        double divergence = 0;
        for (int k = 0; k < baseline.Length; k++)
            if (current[k] > 0) divergence += current[k] * Math.Log(current[k] / baseline[k]);
        return Math.Max(0, divergence);
    }

    /// <summary>The divergence of two rows of counts, with Jeffreys' smoothing (half a row more in each bin that either uses), so always finite.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Divergence(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        (double[] of, double[] against) = Shares.Smoothed(baseline, current);
        return Divergence(of, against);
    }
}
