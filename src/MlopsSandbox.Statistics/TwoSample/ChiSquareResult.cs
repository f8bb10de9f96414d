namespace MlopsSandbox.Statistics;

/// <summary>What a test of homogeneity found whose statistic tends to a chi-square distribution.</summary>
/// <param name="Statistic">
/// From 0 (equal shares) upwards without bound, over all cells: Σ (observed − expected)² / expected for chi-square, 2 Σ observed·ln(observed / expected) for G.
/// </param>
/// <param name="PValue">Probability of a statistic at least as large when nothing has changed; 1 when there is a single category.</param>
/// <param name="DegreesOfFreedom">Categories less one; 0 when there was nothing to compare.</param>
public readonly record struct ChiSquareResult(double Statistic, double PValue, int DegreesOfFreedom);
