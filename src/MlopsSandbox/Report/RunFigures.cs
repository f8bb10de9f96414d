using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;
using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>What the report shows of the first run.</summary>
internal static class RunFigures
{
    private const int MetricsShown = 4;

    /// <summary>The trials of its tuning, in order.</summary>
    public static IEnumerable<TrialPoint> TrialsOf(StoryTraces traces) => TrialsOf([.. Stages(traces).Where(stage => stage.Stage == "tune")], traces.Scenario.Headline.OfValidation);

    /// <summary>The trials of a stage, in order.</summary>
    /// <param name="stages">The stage's executions, trials among them.</param>
    /// <param name="metric">What they are held against each other by.</param>
    public static IEnumerable<TrialPoint> TrialsOf(IReadOnlyList<StageExecutionRow> stages, string metric)
    {
        StageExecutionRow[] tuning = [.. stages.Where(stage => stage.Outputs.ContainsKey("model"))];
        string? chosen = tuning.FirstOrDefault(stage => stage.Trial is null)?.Outputs["model"].Hash?.ToString();
        return tuning.Where(stage => stage.Trial is not null && stage.Metrics.ContainsKey(metric))
            .OrderBy(stage => stage.Trial)
            .Select(stage => new TrialPoint(stage.Trial!.Value, SettingsOf(stage), stage.Metrics[metric], stage.Outputs["model"].Hash?.ToString() == chosen));
    }

    /// <summary>Its spans, without the short ones of enqueueing and without what happens inside a trial.</summary>
    public static IEnumerable<TraceBar> TraceOf(StoryTraces traces)
    {
        int insideTrial = int.MaxValue;
        foreach (WaterfallRow row in Waterfall.Of(traces.Spans))
        {
            if (row.Depth < insideTrial) insideTrial = int.MaxValue;
            if (row.Depth >= insideTrial || row.Kind == "producer") continue;
            if (row.Name.StartsWith("trial ", StringComparison.Ordinal)) insideTrial = row.Depth + 1;
            yield return new TraceBar(row.Name, row.Depth, row.Offset.TotalSeconds, row.Duration.TotalSeconds, KindOf(row), row.Status == SpanStatus.Error);
        }
    }

    /// <summary>Its stages in the order in which they began.</summary>
    public static IEnumerable<StageLine> StagesOf(StoryTraces traces) => Stages(traces)
        .Where(stage => stage.Trial is null && stage.StartedAt is not null)
        .OrderBy(stage => stage.StartedAt)
        .GroupBy(stage => stage.Stage)
        .Select(executions => new StageLine(executions.Key, traces.Types.Find(executions.First().Type)?.Description ?? "", MadeBy([.. executions]), executions.Sum(stage => stage.DurationSeconds ?? 0)));

    private static IReadOnlyList<StageExecutionRow> Stages(StoryTraces traces) => traces.Runs.Count == 0 ? [] : traces.Runs[0].Stages;

    private static string MadeBy(StageExecutionRow[] executions) => executions.Length > 1
        ? Invariant($"{executions.Length} models: ") + string.Join(", ", executions.Select(stage => stage.ActivityId))
        : string.Join(", ", executions[0].Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Take(MetricsShown).Select(metric => Invariant($"{metric.Key} {metric.Value:0.###}")));

    /// <summary>The hyperparameters of a trial, for people.</summary>
    public static string SettingsOf(StageExecutionRow trial) => trial.Settings.TryGetProperty("parameters", out JsonElement parameters) && parameters.ValueKind == JsonValueKind.Object
        ? string.Join(", ", parameters.EnumerateObject().Select(one => $"{one.Name} {one.Value}"))
        : trial.Settings.GetRawText();

    private static string KindOf(WaterfallRow row) => (row.Kind, row.Name.Split(' ')[0]) switch
    {
        ("consumer", _) => "process",
        (_, "run") => "run",
        (_, "stage") => "stage",
        _ => "other",
    };
}
