using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Report;

/// <summary>What a story left behind, as its report needs it.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Runs">Its runs with their stages, the oldest first.</param>
/// <param name="Evaluations">By run: what its evaluate stage measured.</param>
/// <param name="Spans">Spans of its first run.</param>
/// <param name="Types">What the stages are for.</param>
internal sealed record StoryTraces(StoryOutcome Outcome, Scenario Scenario, IReadOnlyList<RunRow> Runs, IReadOnlyDictionary<string, Evaluation> Evaluations,
    IReadOnlyList<SpanRecord> Spans, ActivityTypes Types)
{
    /// <summary>Its drift reports in order of time.</summary>
    public IReadOnlyList<DriftReportRow> Reports { get; init; } = [];

    /// <summary>Reads them from a home.</summary>
    public static StoryTraces Read(CatalogStore catalog, ArtifactStore artifacts, ActivityTypes types, StoryOutcome outcome)
    {
        (StoryRow story, IReadOnlyList<RunRow> runs, IReadOnlyList<DriftReportRow> reports) = catalog.Read(tx =>
        {
            StoryRow row = tx.Stories.Find(outcome.Story) ?? throw new KeyNotFoundException($"there is no story '{outcome.Story}'.");
            return (row, tx.Runs.OfStory(outcome.Story), tx.DriftReports.Of(row.ModelName));
        });
        using TelemetryReader telemetry = new(Path.Combine(catalog.Home, "telemetry.db"));
        return new StoryTraces(outcome, ScenarioFile.Read(story.ScenarioFolder), runs, EvaluationsOf(artifacts, runs),
            runs.Count > 0 && runs[0].TraceId is { } trace ? telemetry.Trace(trace) : [], types) { Reports = reports };
    }

    private static Dictionary<string, Evaluation> EvaluationsOf(ArtifactStore artifacts, IReadOnlyList<RunRow> runs)
    {
        Dictionary<string, Evaluation> evaluations = [];
        foreach (StageExecutionRow stage in runs.SelectMany(run => run.Stages))
        {
            if (stage.Outputs.TryGetValue("evaluation", out StageOutput? output) && output.Hash is { } hash)
                evaluations[stage.RunId] = Evaluation.Read(artifacts.Get(hash));
        }
        return evaluations;
    }
}
