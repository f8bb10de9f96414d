namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Shares of the rows from which on a change matters; below, more rows only make it more certain, not more important.</summary>
public static class LeastChange
{
    /// <summary>Of values: 2 of 100 rows have moved, as by a shift of a normal number by a twentieth of its standard deviation.</summary>
    public const double OfValues = 0.02;

    /// <summary>Of rows without a value, or with one never seen: 5 of 1,000, since a model was not made for such rows.</summary>
    public const double OfShares = 0.005;
}
