namespace MlopsSandbox.Statistics;

/// <summary>In how many of some rows something happened.</summary>
/// <param name="Hits">Rows in which it did, 0 to <paramref name="Rows"/>.</param>
/// <param name="Rows">All rows, 1 or more.</param>
public readonly record struct Proportion(int Hits, int Rows)
{
    /// <summary>The share as counted, in [0, 1].</summary>
    public double Share => (double)Hits / Rows;

    /// <summary>The share with a hit and a miss more, in (0, 1): never taken for certain.</summary>
    public double Adjusted => (Hits + 1.0) / (Rows + 2);

    /// <summary>Variance of <see cref="Adjusted"/>, above 0.</summary>
    public double Variance => Adjusted * (1 - Adjusted) / (Rows + 2);
}
