namespace MlopsSandbox.Statistics;

/// <summary>Sums over ordered pairs within the first sample, within the second, and over pairs of one row of each.</summary>
internal readonly record struct PairSums(double First, double Second, double Between)
{
    /// <summary>The sums with the samples the other way round.</summary>
    public PairSums Swapped => new(Second, First, Between);
}
