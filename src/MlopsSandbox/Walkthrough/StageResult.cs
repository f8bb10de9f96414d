using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Rendering;
using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>What a stage made, as a small table.</summary>
internal static class StageResult
{
    private const int MetricsShown = 5;
    private const int LabelWidth = 14;
    // What people look for first; others follow by name.
    private static readonly string[] FirstMetrics = ["auc", "mae", "skill", "rows", "features", "accuracy", "precision", "recall", "f1", "logLoss"];

    /// <summary>Draws one stage execution.</summary>
    public static void Draw(IAnsiConsole console, RunRow run, StageExecutionRow stage)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(LabelWidth).PadLeft(2).PadRight(1)).AddColumn();
        grid.AddRow(new Text(stage.ActivityId, new Style(Color.Green)), new Text(Headline(run, stage)));
        if (Metrics(stage.Metrics) is { Length: > 0 } metrics) grid.AddRow(new Text("measured", new Style(Color.Grey)), new Text(metrics));
        if (Artifacts(stage) is { Length: > 0 } made) grid.AddRow(new Text("made", new Style(Color.Grey)), new Text(made));
        if (stage.Error is { } error) grid.AddRow(new Text("error", new Style(Color.Red)), new Text(error.Message));
        console.Write(grid);
    }

    private static string Headline(RunRow run, StageExecutionRow stage)
    {
        int trials = run.Stages.Count(one => one.ExecutionId == stage.ExecutionId && one.Trial is not null);
        string outcome = stage.Outcome is null or "Done" ? Tables.Word(stage.Status) : stage.Outcome.ToLowerInvariant();
        if (stage.CachedFrom is { } earlier) return $"{outcome}, cached from {earlier}";
        return $"{outcome} after {Figures.Duration(stage.DurationSeconds)}{(trials > 0 ? FormattableString.Invariant($", {trials} trials") : "")}";
    }

    private static string Metrics(IReadOnlyDictionary<string, double> metrics) => string.Join(", ", metrics
        .OrderBy(metric => Array.IndexOf(FirstMetrics, metric.Key) is var place && place < 0 ? FirstMetrics.Length : place)
        .ThenBy(metric => metric.Key, StringComparer.Ordinal)
        .Take(MetricsShown)
        .Select(metric => $"{metric.Key} {Figure(metric.Value)}"));

    private static string Figure(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e12 ? Figures.Count((long)value) : FormattableString.Invariant($"{value:0.####}");

    private static string Artifacts(StageExecutionRow stage) => string.Join(", ", stage.Outputs
        .Where(output => output.Key != "result" && !IsEmpty(output.Value))
        .OrderBy(output => output.Key, StringComparer.Ordinal)
        .Select(output => output.Value.Hash is ContentHash hash ? $"{output.Key} {hash.Hex[..12]}" : $"{output.Key} {Short(output.Value.Value?.ToString())}"));

    private static bool IsEmpty(StageOutput output) => output is { Hash: null, Value: { ValueKind: JsonValueKind.Null or JsonValueKind.String } value } && string.IsNullOrEmpty(value.GetString());

    private static string Short(string? text) => text is null ? "–" : text.Length > 40 ? text[..39] + "…" : text;
}
