namespace MlopsSandbox.Statistics;

/// <summary>Sums over ordered pairs of different rows within the first sample, within the second, and over pairs of one row of each.</summary>
internal readonly record struct PairSums(double First, double Second, double Between);
