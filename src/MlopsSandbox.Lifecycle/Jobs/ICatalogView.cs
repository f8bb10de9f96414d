using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What stages may ask of the catalog.</summary>
public interface ICatalogView
{
    /// <summary>The version that an alias of a model group points at, or null.</summary>
    ModelVersion? ModelByAlias(string model, string alias);
    /// <summary>The deployment that serves an endpoint at a simulated time, or null.</summary>
    Deployment? DeploymentAt(string endpoint, DateTimeOffset simulatedAt);
    /// <summary>Requests captured at an endpoint with <c>from ≤ servedAt &lt; to</c>, in order of serving.</summary>
    /// <remarks>Labels that have not arrived by <paramref name="to"/> are null; one that arrives just then has.</remarks>
    IReadOnlyList<CapturedRequest> Requests(string endpoint, DateTimeOffset from, DateTimeOffset to);
    /// <summary>Drift reports of an endpoint in order of time.</summary>
    IReadOnlyList<DriftReportRow> DriftReports(string endpoint);
    /// <summary>Retrain decisions of an endpoint in order of time.</summary>
    IReadOnlyList<RetrainDecisionRow> RetrainDecisions(string endpoint);
    /// <summary>The retrain policy that somebody set for an endpoint or its scenario; null while the scenario's file decides.</summary>
    PolicyRow? PolicyOf(string endpoint, string scenario) => null;
    /// <summary>Labels of an endpoint's requests that had arrived by a simulated time, in order of serving.</summary>
    IReadOnlyList<ArrivedLabel> ArrivedLabels(string endpoint, DateTimeOffset by) =>
        [.. Requests(endpoint, DateTimeOffset.MinValue, by).Where(request => request.Label is not null).Select(request => new ArrivedLabel(request.ServedAt, request.LabelAt, Classes.IsPositive(request.Label!.Value)))];
    /// <summary>Endpoints that serve or will, the one that was deployed to last at the end.</summary>
    IReadOnlyList<string> Endpoints() => [];
    /// <summary>The newest predictions that people and programs asked an endpoint for, up to a simulated time, the oldest of them first.</summary>
    IReadOnlyList<ServedCall> Calls(string endpoint, DateTimeOffset by, int most) => [];
    /// <summary>A run other than this one that trains for an endpoint and has not ended; null when there is none.</summary>
    string? UnfinishedTraining(string endpoint, string exceptRun) => null;
}

/// <summary>A model version in the registry.</summary>
public sealed record ModelVersion(string Model, int Version, ContentHash Sha256, IReadOnlyList<string> Aliases, string Approval,
    IReadOnlyDictionary<string, double> Metrics, string RunId, DateTimeOffset CreatedAt, ContentHash? Baseline);

/// <summary>A model version that an endpoint serves from a simulated time on.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Version">The version.</param>
/// <param name="Model">Its package.</param>
/// <param name="Baseline">What its monitor compares against.</param>
/// <param name="EffectiveAt">Simulated time from which it serves.</param>
/// <param name="RunId">The run that made the version.</param>
/// <param name="TraceParent">The span that deployed it, as W3C <c>traceparent</c>; null when nobody listened, or a person did it.</param>
public sealed record Deployment(string Endpoint, int Version, ContentHash Model, ContentHash? Baseline, DateTimeOffset EffectiveAt, string RunId,
    string? TraceParent = null);

/// <summary>A request that an endpoint answered, captured for the monitor.</summary>
/// <param name="Sequence">Order of serving at its endpoint, from 0.</param>
/// <param name="RowId">The scenario's source row that it was made from.</param>
/// <param name="ServedAt">Simulated time.</param>
/// <param name="Features">Raw feature values by name, as served (after drift): numbers, texts or null.</param>
/// <param name="Score">The answer: the probability of the positive class, or the number.</param>
/// <param name="ModelVersion">Version that answered.</param>
/// <param name="Label">The true number; of classes 1 for the positive one and 0 for the other; null until it has arrived.</param>
/// <param name="LabelAt">Simulated time at which the label arrives.</param>
public sealed record CapturedRequest(long Sequence, int RowId, DateTimeOffset ServedAt, IReadOnlyDictionary<string, JsonElement> Features,
    double Score, int ModelVersion, double? Label, DateTimeOffset LabelAt)
{
    /// <summary>What the endpoint's first model would have answered; null where nobody asked it, and of requests that are read for a monitor.</summary>
    public double? ShadowScore { get; init; }
}

/// <summary>A drift report as the catalog keeps it.</summary>
/// <param name="Id">Such as <c>drift-0012</c>.</param>
/// <param name="At">Simulated time of the check.</param>
/// <param name="Drifted">True when an alarm was raised.</param>
/// <param name="Report">The whole report as JSON.</param>
/// <param name="RunId">The monitor run that made it.</param>
public sealed record DriftReportRow(string Id, DateTimeOffset At, bool Drifted, JsonElement Report, string RunId);

/// <summary>A retrain decision as the catalog keeps it.</summary>
/// <param name="At">Simulated time.</param>
/// <param name="Choice"><c>none</c>, <c>wait</c> or <c>retrain</c>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="ReportId">The report with the alarm that it answers, or null.</param>
/// <param name="ChangedAt">Estimated simulated time of the change, or null.</param>
public sealed record RetrainDecisionRow(DateTimeOffset At, string Choice, string Reason, string? ReportId, DateTimeOffset? ChangedAt)
{
    /// <summary>What it was decided by; null of decisions that an earlier version made.</summary>
    public DecisionGrounds? Grounds { get; init; }
    /// <summary>The run that decided.</summary>
    public string? RunId { get; init; }
    /// <summary>The run that it started; null when it started none.</summary>
    public string? StartedRun { get; init; }
}

/// <summary>What a retrain decision was made by.</summary>
/// <param name="Rule">The rule that fired, or null.</param>
/// <param name="Guardrail">What held the retrain back, or null.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Evidence">The figures.</param>
/// <param name="Data">What the retrain learns from; null when no rule fired.</param>
public sealed record DecisionGrounds(string? Rule, string? Guardrail, JsonElement Policy, JsonElement Evidence, JsonElement? Data);
