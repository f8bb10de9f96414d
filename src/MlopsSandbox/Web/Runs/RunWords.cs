using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Metrics;

namespace MlopsSandbox.Web.Runs;

/// <summary>What a line says of a run.</summary>
internal static class RunWords
{
    /// <summary>The headline quality of the model that came out, such as <c>AUC 0.883</c>; null where none did.</summary>
    public static string? Quality(RunRow run) =>
        run.Stages.LastOrDefault(stage => stage.Trial is null && stage.Stage is "evaluate" or "deploy" && stage.Outputs.ContainsKey("model")) is { } made && MetricLook.Quality(made.Metrics) is var quality and not "–" ? quality : null;

    /// <summary>How its stages stand, the last try of each, in order: such as <c>ingest</c>, <c>succeeded</c>.</summary>
    public static IReadOnlyList<(string Activity, string Word)> Stages(RunRow run) =>
    [
        .. run.Stages.Where(stage => stage.Trial is null).GroupBy(stage => stage.ExecutionId, StringComparer.Ordinal)
            .Select(tries => tries.Last()).Select(last => (last.ActivityId, StageWord.Of(last))),
    ];

    /// <summary>The strip of stages in words, such as <c>9 stages: 8 succeeded, 1 failed</c>.</summary>
    public static string Told(IReadOnlyList<(string Activity, string Word)> stages) => stages.Count == 0
        ? "no stage has begun"
        : $"{stages.Count} {(stages.Count == 1 ? "stage" : "stages")}: {string.Join(", ", stages.GroupBy(stage => stage.Word).Select(same => $"{same.Count()} {same.Key}"))}";
}
