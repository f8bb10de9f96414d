using System.Diagnostics;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>The monitor stage: reads the endpoint's requests from the catalog, checks them, and decides whether to train again.</summary>
public sealed class MonitorStage : IStage
{
    private const string EndpointInput = "endpoint";

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Monitor",
        "Lifecycle",
        "Holds recent traffic against what the serving model was trained on, and decides whether to train again.",
        [new ActivityInput(EndpointInput, "String", "Endpoint to watch; by default the run's own.")],
        ["Done"],
        [
            new ActivityOutput("drifted", "Boolean", "True when this check raised an alarm."),
            new ActivityOutput("decision", "String", "none, wait or retrain."),
            new ActivityOutput("since", "String", "Estimated simulated time of the change, ISO 8601; empty when nothing is open."),
            new ActivityOutput("reason", "String", "Why the policy chose so."),
            new ActivityOutput("score", "Double", "How far the worst measure is beyond its thresholds; from 1 on it alarms."),
            new ActivityOutput("report", "Object", "The drift report."),
        ]);

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        string endpoint = EndpointOf(context);
        WatchedDeployment watched = WatchedDeployment.Find(context, endpoint);
        DriftReport report = Check(context, watched, cancellation);
        RetrainDecision decision = RetrainPolicy.Decide(context.Scenario.Retrain.MinimumLabels, watched.AlarmAfter(report), watched.PendingFrom);
        byte[] json = DriftReportJson.Write(report);
        return new StageCompleted("Done", Outputs(report, decision, context.Artifacts.Put(json)), Metrics(report), [Effect(endpoint, report, decision, json)]);
    }

    // A workflow hands on its own input, which is null or empty when the run was not given one.
    private static string EndpointOf(StageContext context) =>
        context.Settings.TryGetValue(EndpointInput, out JsonElement set) && set.ValueKind == JsonValueKind.String && set.GetString() is { Length: > 0 } named
            ? named
            : context.ModelName;

    private static DriftReport Check(StageContext context, WatchedDeployment watched, CancellationToken cancellation)
    {
        DriftCheckSettings settings = DriftCheckSettings.Of(context.Scenario.Monitor);
        (MonitorWindow window, LabelledWindow labelled) = watched.Windows();
        IReadOnlyList<DriftTest> tests = DriftCheck.Tests(settings, watched.Baseline, window, labelled);
        List<DriftMeasure> measures = [];
        foreach (DriftTest test in tests)
        {
            cancellation.ThrowIfCancellationRequested();
            context.Progress?.Report(new StageProgress((double)measures.Count / tests.Count, $"checking {test.Name}"));
            measures.Add(RunWithSpan(test, watched));
        }

        return DriftCheck.Report(settings, watched.Baseline, window, labelled, measures);
    }

    private static DriftMeasure RunWithSpan(DriftTest test, WatchedDeployment watched)
    {
        using Activity? span = LifecycleSpans.Check(test.Name, watched.Links);
        DriftMeasure measure = test.Run();
        span?.SetTag(TelemetryNames.Attributes.DriftTest, measure.Test).SetTag(TelemetryNames.Attributes.Drifted, measure.Drifted);
        LifecycleMetrics.DriftScored(watched.Endpoint, test.Name, measure.Test, measure.Score);
        return measure;
    }

    private static Dictionary<string, StageOutput> Outputs(DriftReport report, RetrainDecision decision, ContentHash json) => new()
    {
        ["drifted"] = Value(report.Drifted),
        ["decision"] = Value(Word(decision.Choice)),
        ["since"] = Value(decision.ChangedAt is { } at ? JsonSerializer.SerializeToElement(at.UtcDateTime).GetString()! : ""),
        ["reason"] = Value(decision.Reason),
        ["score"] = Value(report.First?.Severity ?? 0),
        ["report"] = new StageOutput(OutputKinds.DriftReport, json),
    };

    private static Dictionary<string, double> Metrics(DriftReport report)
    {
        Dictionary<string, double> metrics = new()
        {
            ["rows"] = report.Rows,
            ["labelledRows"] = report.LabelledRows,
            ["driftedMeasures"] = report.Measures.Count(measure => measure.Drifted),
            ["score"] = report.First?.Severity ?? 0,
        };
        if (!double.IsNaN(report.Labelled.Value)) metrics[report.Labelled.Metric] = report.Labelled.Value;
        return metrics;
    }

    private static DriftChecked Effect(string endpoint, DriftReport report, RetrainDecision decision, byte[] json) => new(
        endpoint, report.Drifted, JsonSerializer.Deserialize<JsonElement>(json), Word(decision.Choice), decision.Reason, decision.AlarmReport, decision.ChangedAt,
        CauseOf(report));

    // Labels alone tell when no feature and no score looks different.
    private static string CauseOf(DriftReport report) =>
        report.Drifted && report.Measures.Where(measure => measure.Drifted).All(measure => measure.Kind == DriftKind.Quality) ? "quality" : "drift";

    private static StageOutput Value<T>(T value) => new(OutputKinds.Value, null, JsonSerializer.SerializeToElement(value));

    private static string Word(RetrainChoice choice) => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
