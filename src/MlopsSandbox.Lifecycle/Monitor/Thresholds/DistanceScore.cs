namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>A distance of a window from its baseline that thresholds can be put on. A missing value counts as a bin of its own, but for the Wasserstein distance of numbers.</summary>
public enum DistanceScore
{
    /// <summary>Population stability index over ten bins of a number, or the values of a text; from 0, no upper bound.</summary>
    Psi,
    /// <summary>Jensen–Shannon distance, base 2, over the same bins; 0 to 1.</summary>
    JensenShannon,
    /// <summary>
    /// Wasserstein distance over the baseline's standard deviation (in the number's own unit where the baseline is constant); of texts, whose values are all equally far apart, total variation, 0 to 1.
    /// </summary>
    Wasserstein,
}
