using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Policies;
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
            new ActivityOutput("since", "String", "Simulated time from which on a retrain takes requests, by default that of the estimated change, ISO 8601; empty when nothing is open or all are taken."),
            new ActivityOutput("source", "String", "What a retrain learns from, as ingest takes it: labelled or all; empty when no rule fires."),
            new ActivityOutput("halfLifeDays", "String", "Days after which a request counts half; empty when all count alike."),
            new ActivityOutput("approval", "Boolean", "True when a person is asked before a retrained model is deployed."),
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
        RetrainPolicy policy = PolicyInForce.Of(context.Scenario, context.Catalog.PolicyOf(endpoint, context.Scenario.Name)).Policy;
        RetrainEvidence evidence = EvidenceReading.Of(context, watched, report);
        RetrainDecision decision = policy.Decide(evidence);
        byte[] json = DriftReportJson.Write(report);
        DriftChecked effect = Effect(endpoint, report, decision, json) with { Grounds = GroundsOf(policy, evidence, decision), Signals = DriftSignals.Of(report) };
        return new StageCompleted("Done", Outputs(report, decision, context.Artifacts.Put(json)), Metrics(report), [effect]);
    }

    // A workflow hands on its own input, which is null or empty when the run was not given one.
    private static string EndpointOf(StageContext context) =>
        context.Settings.TryGetValue(EndpointInput, out JsonElement set) && set.ValueKind == JsonValueKind.String && set.GetString() is { Length: > 0 } named
            ? named
            : context.ModelName;

    private static DriftReport Check(StageContext context, WatchedDeployment watched, CancellationToken cancellation)
    {
        (MonitorWindow window, LabelledWindow labelled) = watched.Windows();
        DriftCheckSettings settings = DriftCheckSettings.Of(context.Scenario.Monitor) with { Seed = context.Seed };
        IReadOnlyList<DriftTest> tests = DriftCheck.Tests(settings, watched.Baseline, window, labelled);
        List<DriftMeasure> measures = [];
        List<string> broken = [];
        foreach (DriftTest test in tests)
        {
            cancellation.ThrowIfCancellationRequested();
            context.Progress?.Report(new StageProgress((double)measures.Count / tests.Count, $"checking {test.Name}"));
            if (RunWithSpan(test, watched, broken) is { } measure) measures.Add(measure);
        }

        DriftReport report = DriftCheck.Report(settings, watched.Baseline, window, labelled, measures);
        IReadOnlyList<MonitorResult> monitors = AllMonitors.Run(MonitorBudget.Of(context.Scenario.Monitor), watched.Evidence, cancellation);
        return report with { Notes = [.. report.Notes, .. broken], Monitors = monitors };
    }

#pragma warning disable CA1031 // Whatever is wrong with one feature must be told in the report, and must not silence the others.
    private static DriftMeasure? RunWithSpan(DriftTest test, WatchedDeployment watched, List<string> broken)
    {
        try
        {
            return RunWithSpan(test, watched);
        }
        catch (Exception problem)
        {
            broken.Add($"'{test.Name}' was not judged: {problem.Message}");
            return null;
        }
    }
#pragma warning restore CA1031

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
        ["since"] = Value(Time(decision.Data is { } data ? data.Since : decision.ChangedAt)),
        ["source"] = Value(decision.Data?.Source ?? ""),
        ["halfLifeDays"] = Value(decision.Data?.HalfLifeDays is { } days ? days.ToString(CultureInfo.InvariantCulture) : ""),
        ["approval"] = Value(decision.AsksApproval),
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
            ["findings"] = report.Monitors.Sum(monitor => monitor.Findings.Count(finding => finding.Found)),
            ["score"] = report.First?.Severity ?? 0,
        };
        if (!double.IsNaN(report.Labelled.Value)) metrics[report.Labelled.Metric] = report.Labelled.Value;
        return metrics;
    }

    private static DriftChecked Effect(string endpoint, DriftReport report, RetrainDecision decision, byte[] json) => new(
        endpoint, report.Drifted, JsonSerializer.Deserialize<JsonElement>(json), Word(decision.Choice), decision.Reason, decision.AlarmReport, decision.ChangedAt,
        CauseOf(decision, report));

    private static DecisionGrounds GroundsOf(RetrainPolicy policy, RetrainEvidence evidence, RetrainDecision decision) => new(
        decision.Rule, decision.Guardrail, PolicyJson.Write(policy), PolicyJson.Write(evidence), decision.Data is { } data ? PolicyJson.Write(data, evidence) : null);

    private static string CauseOf(RetrainDecision decision, DriftReport report) => decision.Rule switch
    {
        PolicyWords.Periodic => "schedule",
        PolicyWords.Labels => "labels",
        PolicyWords.Cost => "cost",
        PolicyWords.Quality or PolicyWords.EstimatedQuality => "quality",
        _ => CauseOf(report),
    };

    // Labels alone tell when no feature and no score looks different.
    private static string CauseOf(DriftReport report) =>
        report.Drifted && report.Measures.Where(measure => measure.Drifted).All(measure => measure.Kind == DriftKind.Quality) ? "quality" : "drift";

    private static string Time(DateTimeOffset? time) => time is { } known ? JsonSerializer.SerializeToElement(known.UtcDateTime).GetString()! : "";

    private static StageOutput Value<T>(T value) => new(OutputKinds.Value, null, JsonSerializer.SerializeToElement(value));

    private static string Word(RetrainChoice choice) => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
