namespace MlopsSandbox.Statistics;

/// <summary>A <see cref="QuantileSketch"/> as plain data.</summary>
public sealed record QuantileSketchState
{
    /// <summary>Decides the coins.</summary>
    public required int Seed { get; init; }

    /// <summary>Values on the highest level.</summary>
    public required int K { get; init; }

    /// <summary>Values seen.</summary>
    public required long Count { get; init; }

    /// <summary>Smallest value seen; null when there was none.</summary>
    public double? Lowest { get; init; }

    /// <summary>Largest value seen; null when there was none.</summary>
    public double? Highest { get; init; }

    /// <summary>Values kept; each of level h stands for 2^h rows.</summary>
    public required IReadOnlyList<double[]> Levels { get; init; }

    /// <summary>Levels halved so far.</summary>
    public required long Compactions { get; init; }

    /// <summary>Sum of 4^level over them, in squared rows.</summary>
    public required double SquaredSteps { get; init; }

    /// <summary>Sum of 2^level over them, in rows.</summary>
    public required double Steps { get; init; }

    internal void Require()
    {
        if (Levels is null || Levels.Count is 0 or > 62 || Levels.Any(level => level is null))
            throw new ArgumentException($"The sketch has {Levels?.Count ?? 0} levels, or one that is null; expected 1 to 62.");
        double rows = Levels.Select((level, h) => Math.ScaleB(level.Length, h)).Sum();
        if (rows != Count) throw new ArgumentException($"The sketch's values stand for {rows} rows, its count is {Count}; expected the same.");
        if ((Count > 0) != (Lowest <= Highest)) throw new ArgumentException($"The sketch of {Count} rows goes from {Lowest} to {Highest}; expected ends in ascending order, none when empty.");
        if (Levels.Any(level => level.Any(value => !(value >= Lowest && value <= Highest))))
            throw new ArgumentException($"The sketch has a value outside of {Lowest} to {Highest}, or that is no number; expected all within.");
        if (Compactions < 0 || !(SquaredSteps >= 0) || !(Steps >= 0)) throw new ArgumentException("The sketch's compactions or steps are negative; expected 0 or more.");
    }
}
