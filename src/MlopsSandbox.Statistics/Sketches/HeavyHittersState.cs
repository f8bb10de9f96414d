namespace MlopsSandbox.Statistics;

/// <summary><see cref="HeavyHitters"/> as plain data.</summary>
public sealed record HeavyHittersState
{
    /// <summary>Categories counted at a time.</summary>
    public required int Counters { get; init; }

    /// <summary>Rows seen.</summary>
    public required long Rows { get; init; }

    /// <summary>By how much any count may be too low.</summary>
    public required long Undercount { get; init; }

    /// <summary>Rows of each category that has a counter.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }
}
