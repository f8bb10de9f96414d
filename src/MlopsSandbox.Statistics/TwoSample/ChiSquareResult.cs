namespace MlopsSandbox.Statistics;

/// <summary>What a chi-square test of homogeneity found.</summary>
/// <param name="Statistic">Σ (observed − expected)² / expected over all cells; 0 when the shares are equal.</param>
/// <param name="PValue">Probability of a statistic at least as large when nothing has changed; 1 when there is a single category.</param>
/// <param name="DegreesOfFreedom">Categories less one; 0 when there was nothing to compare.</param>
public readonly record struct ChiSquareResult(double Statistic, double PValue, int DegreesOfFreedom);
