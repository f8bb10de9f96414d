namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>What became of one column between two files.</summary>
public sealed record ColumnComparison
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it drifted.</summary>
    public required ColumnVerdict Verdict { get; init; }

    /// <summary>What it was taken for: <c>number</c> or <c>category</c>; null when it was not compared.</summary>
    public string? Kind { get; init; }

    /// <summary>What changed, or why it was not judged, in words.</summary>
    public required string Finding { get; init; }

    /// <summary>The test that speaks for it; null when none was made.</summary>
    public DriftMeasure? Measure { get; init; }

    /// <summary>Shares of both files' rows by value or range, to be drawn; empty when it was not compared.</summary>
    public IReadOnlyList<ComparedShare> Shares { get; init; } = [];

    /// <summary>How far each stretch of the current file is from the baseline; empty when it was not compared, or the file is too short.</summary>
    public IReadOnlyList<ChunkScore> Scores { get; init; } = [];

    /// <summary>Since when it has been another; null when it has not drifted, or the whole file is.</summary>
    public ColumnSince? Since { get; init; }
}

/// <summary>What was found of a column.</summary>
public enum ColumnVerdict
{
    /// <summary>It changed by more than chance and the size of the files explain, or is gone.</summary>
    Drifted,
    /// <summary>Nothing was found; that is not proof that nothing changed.</summary>
    NotFound,
    /// <summary>It can't be judged, or says nothing about drift.</summary>
    NotJudged,
}

/// <summary>A range of numbers, a category, or the missing cells.</summary>
/// <param name="Label">Its name for people.</param>
/// <param name="Baseline">Share of the baseline's rows, in [0, 1].</param>
/// <param name="Current">Share of the current rows, in [0, 1].</param>
public sealed record ComparedShare(string Label, double Baseline, double Current);

/// <summary>A stretch of the current file against the whole baseline.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Psi">Population stability index over the baseline's bins; symmetric in the shares, while the bins are the baseline's own.</param>
/// <param name="Chance">The index that chance exceeds in one of a thousand stretches of so many rows.</param>
public sealed record ChunkScore(int Rows, double Psi, double Chance);

/// <summary>Where in a file a change began.</summary>
/// <param name="Chunk">The first stretch after it, from 0.</param>
/// <param name="Words">Such as "since about row 41,000".</param>
public sealed record ColumnSince(int Chunk, string Words);
