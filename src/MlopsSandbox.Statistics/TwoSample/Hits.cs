namespace MlopsSandbox.Statistics;

/// <summary>What a count of hits among rows must hold to.</summary>
internal static class Hits
{
    /// <exception cref="ArgumentOutOfRangeException">There are no rows, or hits are below 0 or above them.</exception>
    public static void Require(int hits, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, rows);
    }
}
