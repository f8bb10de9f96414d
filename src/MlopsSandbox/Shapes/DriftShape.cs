using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Comparison;

namespace MlopsSandbox.Shapes;

/// <summary>What <c>drift</c> answers. A number that JSON has no word for is null.</summary>
internal sealed record DriftShape(
    string Baseline, long BaselineRows, string Current, long CurrentRows, double Alpha, bool Drifted, int Tested, IReadOnlyList<ColumnShape> Columns, ChunksShape? Chunks, IReadOnlyList<string> Notes)
{
    public static DriftShape Of(FileComparison comparison) => new(
        comparison.Baseline,
        comparison.BaselineRows,
        comparison.Current,
        comparison.CurrentRows,
        comparison.Alpha,
        comparison.Drifted,
        comparison.Columns.Count(column => column.Measure is not null),
        [.. comparison.Columns.Select(ColumnShape.Of)],
        ChunksShape.Of(comparison),
        comparison.Notes);
}

/// <summary>One column; <c>scores</c> stand for the chunks in order.</summary>
internal sealed record ColumnShape(
    string Name, ColumnVerdict Verdict, string? Kind, string Finding, SinceShape? Since, MeasureShape? Measure, IReadOnlyList<ComparedShare> Shares, IReadOnlyList<ScoreShape> Scores)
{
    public static ColumnShape Of(ColumnComparison column) => new(
        column.Name,
        column.Verdict,
        column.Kind,
        column.Finding,
        column.Since is { } since ? new SinceShape(since.Chunk, since.Words) : null,
        column.Measure is { } measure ? MeasureShape.Of(measure) : null,
        column.Shares,
        [.. column.Scores.Select(score => new ScoreShape(score.Rows, Finite(score.Psi), Finite(score.Chance)))]);

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>A test; <c>threshold</c> is null where no score could reach it, and <c>reachable</c> says so.</summary>
internal sealed record MeasureShape(
    string Test, string Why, double? Score, double? Threshold, bool Reachable, double? P, double? Alpha, double? Psi, double? PsiThreshold, double? Effect, double? Severity, bool Drifted)
{
    public static MeasureShape Of(DriftMeasure measure) => new(
        measure.Test,
        measure.Why,
        ColumnShape.Finite(measure.Score),
        ColumnShape.Finite(measure.Threshold),
        !double.IsPositiveInfinity(measure.Threshold),
        ColumnShape.Finite(measure.P),
        ColumnShape.Finite(measure.Alpha),
        ColumnShape.Finite(measure.Psi),
        ColumnShape.Finite(measure.PsiThreshold),
        ColumnShape.Finite(measure.Effect),
        ColumnShape.Finite(measure.Severity),
        measure.Drifted);
}

/// <summary>Where a change began: the first chunk after it, from 0, and in words.</summary>
internal sealed record SinceShape(int Chunk, string Words);

/// <summary>A chunk's rows, its index, and the index that chance exceeds in one of a thousand.</summary>
internal sealed record ScoreShape(int Rows, double? Psi, double? Chance);

/// <summary>The stretches of the current file: by <c>rows</c> or by a column of times, each with its begin.</summary>
internal sealed record ChunksShape(string By, IReadOnlyList<string> Begins, long Timeless)
{
    public static ChunksShape? Of(FileComparison comparison) => comparison.Order.Begins.Count < 2
        ? null
        : new ChunksShape(comparison.Order.Column ?? "rows", [.. comparison.Order.Begins.Index().Select(begin => ChunkLabel.Of(comparison.Order, begin.Index))], comparison.Order.Timeless);
}

/// <summary>What <c>drift profile</c> answers.</summary>
internal sealed record DriftProfileShape(string Profile, long Bytes, long Rows, int Columns);
