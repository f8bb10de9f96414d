namespace MlopsSandbox.Statistics;

/// <summary>Two histograms over one binning, as shares of rows.</summary>
/// <remarks>
/// Each distance takes shares as they are, or counts and does with empty bins what its own page says: nothing, or Jeffreys' smoothing
/// (<see cref="PopulationStability.SmoothedShares"/> over the bins in which either sample has a row).
/// </remarks>
public static class Shares
{
    /// <summary>How far from 1 shares may sum by rounding.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Counts over their sum; empty bins stay 0.</summary>
    /// <exception cref="ArgumentException">A count is negative, or there are no rows.</exception>
    /// <example><c>Of([1, 3])</c> is 0.25 and 0.75.</example>
    public static double[] Of(ReadOnlySpan<int> counts)
    {
        double rows = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            if (counts[k] < 0) throw new ArgumentException($"Bin {k} has {counts[k]} rows; expected 0 or more.", nameof(counts));
            rows += counts[k];
        }

        if (rows == 0) throw new ArgumentException($"The {counts.Length} bins have no rows; expected at least one.", nameof(counts));
        double[] shares = new double[counts.Length];
        for (int k = 0; k < shares.Length; k++) shares[k] = counts[k] / rows;
        return shares;
    }

    /// <summary>Jeffreys' smoothing of both: half a row more in each bin that either uses; bins that neither uses are left out.</summary>
    internal static (double[] Baseline, double[] Current) Smoothed(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        RequireSameBins(baseline.Length, current.Length);
        Of(baseline);
        Of(current);
        List<int> of = [], against = [];
        for (int k = 0; k < baseline.Length; k++)
        {
            if (baseline[k] == 0 && current[k] == 0) continue;
            of.Add(baseline[k]);
            against.Add(current[k]);
        }

        return (PopulationStability.SmoothedShares([.. of]), PopulationStability.SmoothedShares([.. against]));
    }

    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1 within 1e-6.</exception>
    internal static void Require(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        RequireSameBins(baseline.Length, current.Length);
        Require(baseline, nameof(baseline));
        Require(current, nameof(current));
    }

    private static void Require(ReadOnlySpan<double> shares, string name)
    {
        double sum = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            if (shares[k] is not (>= 0 and <= 1)) throw new ArgumentException($"Bin {k} has the share {shares[k]}; expected a number in [0, 1].", name);
            sum += shares[k];
        }

        if (Math.Abs(sum - 1) > Rounding) throw new ArgumentException($"The shares sum to {sum}; expected 1. Divide counts by their sum first.", name);
    }

    private static void RequireSameBins(int baseline, int current)
    {
        if (baseline != current || baseline == 0)
            throw new ArgumentException($"{baseline} baseline bins against {current} current ones; expected the same bins in both, at least one.");
    }
}
