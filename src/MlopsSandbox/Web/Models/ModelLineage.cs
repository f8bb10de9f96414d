using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;
using MlopsSandbox.Web.Metrics;
using static System.FormattableString;

namespace MlopsSandbox.Web.Models;

/// <summary>Where a model version came from, and where it serves: from the file to the endpoint.</summary>
/// <param name="Version">The version.</param>
/// <param name="Run">The run that made it, with its stages.</param>
/// <param name="Dataset">The dataset version that it was fitted on; null when the catalog does not list it.</param>
/// <param name="Scenario">What the run was about; null when it can't be read.</param>
/// <param name="Served">Each time that it came to serve, the first first.</param>
/// <param name="ServesNow">The version that its endpoint serves now; null when none.</param>
internal sealed record ModelLineage(ModelVersion Version, RunRow Run, DatasetRow? Dataset, Scenario? Scenario, IReadOnlyList<Deployment> Served, int? ServesNow)
{
    private IEnumerable<StageExecutionRow> Done => Run.Stages.Where(stage => stage.Status == ExecutionStatus.Succeeded);

    /// <summary>The way, in its order; steps that the run's workflow does not have are left out.</summary>
    public IReadOnlyList<LineageColumn> Columns() =>
    [
        .. new LineageColumn[]
        {
            new("Source", [.. Sources()]),
            new("Dataset version", [.. Of("ingest").Select(stage => new LineageNode(DatasetName(), RowsOf(stage), At(stage)))]),
            new("Prepared", [.. Of("prep").Select(stage => new LineageNode(stage.ActivityId, Invariant($"{Count(stage, "features")} features in {Count(stage, "slots")} slots"), At(stage)))]),
            new("Candidates", [.. Candidates()]),
            new("Gate", [.. Of("evaluate").Select(stage => new LineageNode(stage.Outcome ?? stage.ActivityId, MetricLook.Quality(stage.Metrics), At(stage)) { IsTaken = stage.Outcome != EvaluateStage.Rejected })]),
            new("Model version", [new(Invariant($"version {Version.Version}"), Version.Sha256.Hex[..12], ModelLinks.Version(Version.Model, Version.Version)) { IsHere = true }]),
            new("Endpoint", [new(Version.Model, Service(), ModelLinks.Group(Version.Model)) { IsTaken = ServesNow == Version.Version }]),
        }.Where(column => column.Nodes.Count > 0),
    ];

    private IEnumerable<StageExecutionRow> Of(string stage) => Done.Where(one => one.Stage == stage && one.Trial is null);

    private string At(StageExecutionRow stage) => ModelLinks.Run(Run.Id, stage.ActivityId);

    private IEnumerable<LineageNode> Sources()
    {
        foreach (StageExecutionRow ingest in Of("ingest"))
        {
            string source = ingest.Outputs.GetValueOrDefault("source")?.Value?.GetString() ?? IngestStage.History;
            if (source is IngestStage.History or IngestStage.All) yield return new LineageNode(Scenario?.DataFile ?? $"{Run.Scenario}", "the scenario's history", At(ingest));
            if (source is IngestStage.Labelled or IngestStage.All) yield return new LineageNode($"requests of {Version.Model}", "captured, with the labels that had arrived", At(ingest));
        }
    }

    // Each trainer's candidate, and what tuning made of the best; the one that became this version is the one with its content.
    private IEnumerable<LineageNode> Candidates()
    {
        foreach (StageExecutionRow stage in Done.Where(one => one.Stage is "train" or "tune" && one.Trial is null))
        {
            StageExecutionRow? trial = stage.Stage == "tune" ? Done.FirstOrDefault(one => one.ActivityId == stage.ActivityId && one.Trial is not null && Made(one) == Version.Sha256) : null;
            string title = trial is null ? stage.ActivityId : Invariant($"{stage.ActivityId}, trial {trial.Trial + 1} of {Count(stage, "trials")}");
            yield return new LineageNode(title, Validation(stage.Metrics), At(stage)) { IsTaken = Made(stage) == Version.Sha256 };
        }
    }

    private static ContentHash? Made(StageExecutionRow stage) => stage.Outputs.GetValueOrDefault("model")?.Hash;

    private static string Validation(IReadOnlyDictionary<string, double> metrics) => HeadlineMetric.Among(metrics.Keys) is { } headline && metrics.TryGetValue(headline.OfValidation, out double value)
        ? $"validation {MetricLook.Of(headline.Name).Title} {MetricLook.Of(headline.Name).Text(value)}"
        : "not measured";

    private string DatasetName() => Dataset is null ? "dataset" : Invariant($"{Dataset.Name} version {Dataset.Version}");

    private static string RowsOf(StageExecutionRow ingest) => $"{Count(ingest, "rows")} rows";

    private static string Count(StageExecutionRow stage, string metric) => stage.Metrics.TryGetValue(metric, out double value) ? Figures.Count((long)value) : "–";

    private string Service() => Served.Count == 0 ? "never served"
        : ServesNow == Version.Version ? $"serves since {Figures.Day(Served[^1].EffectiveAt)} (simulated)"
        : Invariant($"served from {Figures.Day(Served[^1].EffectiveAt)} (simulated); now version {ServesNow}");
}
