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
