namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Shares of the rows from which on a change matters; below, more rows only make it more certain, not more important.</summary>
/// <param name="Values">Of values; 0 for any change that is certain.</param>
/// <param name="Shares">Of rows without a value, or with one never seen.</param>
public sealed record LeastChange(double Values, double Shares)
{
    /// <summary>Of values by default: 2 of 100 rows have moved, as by a shift of a normal number by a twentieth of its standard deviation.</summary>
    public const double OfValues = 0.02;

    /// <summary>Of rows without a value, or with one never seen, by default: 5 of 1,000, since a model was not made for such rows.</summary>
    public const double OfShares = 0.005;

    /// <summary>Both defaults.</summary>
    public static LeastChange Default { get; } = new(OfValues, OfShares);
}
