namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>How something that drifted was spread over its bins, day by day.</summary>
/// <param name="BaselineShares">Share of the baseline in each bin, all above 0.</param>
/// <param name="Days">Rows of each day in the same bins; days in order, none left out.</param>
public sealed record DailyCounts(double[] BaselineShares, IReadOnlyList<int[]> Days);
