namespace MlopsSandbox.Statistics;

/// <summary>Jensen and Shannon's divergence and distance of two histograms over the same bins, with logarithms to base 2.</summary>
/// <remarks>
/// The divergence says how many bits one row tells about which of the two samples it came from. Its root is the distance, which obeys the triangle
/// inequality. Libraries mix both up: scipy's <c>jensenshannon</c> is the distance, to base e unless told otherwise, which is √(ln 2) = 0.8326 times
/// ours. Empty bins need no smoothing. With k bins, samples of n and m rows of one distribution have a divergence of about
/// (k − 1)·(1/n + 1/m)/(8·ln 2) bits by chance alone. Lin (1991), IEEE Trans. Inform. Theory 37, 145–151; Endres and Schindelin (2003), the same, 49, 1858–1860.
/// </remarks>
public static class JensenShannon
{
    /// <summary>The distance of two rows of shares: the root of <see cref="Divergence(ReadOnlySpan{double}, ReadOnlySpan{double})"/>.</summary>
    /// <returns>0 (equal) to 1 (no bin in common). Symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    /// <example><c>Distance([0.5, 0.5], [0, 1])</c> is 0.5579230.</example>
    public static double Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current) => Math.Sqrt(Divergence(baseline, current));

    /// <summary>The distance of two rows of counts, unsmoothed.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Distance(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) => Distance(Shares.Of(baseline), Shares.Of(current));

    /// <summary>The divergence of two rows of shares.</summary>
    /// <param name="baseline">Share of rows in each of k bins, in [0, 1], summing to 1.</param>
    /// <param name="current">The same k bins in the same order, for the window.</param>
    /// <returns>½·Σ b·log₂(b / m) + ½·Σ c·log₂(c / m) with m = (b + c) / 2: 0 (equal) to 1 (no bin in common), in bits. Symmetric.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a share is not in [0, 1], or a row does not sum to 1.</exception>
    public static double Divergence(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        Shares.Require(baseline, current);
        double nats = 0;
        for (int k = 0; k < baseline.Length; k++)
        {
            double middle = (0.5 * baseline[k]) + (0.5 * current[k]);
            nats += Part(baseline[k], middle) + Part(current[k], middle);
        }

        return Math.Clamp(nats / (2 * Math.Log(2)), 0, 1);
    }

    /// <summary>The divergence of two rows of counts, unsmoothed.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a count is negative, or a sample has no rows.</exception>
    public static double Divergence(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) => Divergence(Shares.Of(baseline), Shares.Of(current));

    private static double Part(double share, double middle) => share > 0 ? share * Math.Log(share / middle) : 0;
}
