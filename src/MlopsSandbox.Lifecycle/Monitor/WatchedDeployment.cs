using System.Diagnostics;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What the catalog knows of the deployment that a check looks at, at the simulated time of the check.</summary>
internal sealed class WatchedDeployment
{
    /// <summary>Days of a deployment's requests that a check reads, where window and label delay ask for no more.</summary>
    public const int LookBackDays = 60;

    private readonly ICatalogView _catalog;
    private readonly StageContext _context;
    private readonly Scenario _scenario;
    private readonly Deployment _deployment;
    private readonly DateTimeOffset _now;
    private MonitorEvidence? _evidence;

    private WatchedDeployment(StageContext context, Deployment deployment, Baseline baseline) =>
        (_context, _catalog, _scenario, _deployment, _now, Baseline) = (context, context.Catalog, context.Scenario, deployment, context.SimulatedAt, baseline);

    public string Endpoint => _deployment.Endpoint;

    public Baseline Baseline { get; }

    /// <summary>Simulated time from which it serves.</summary>
    public DateTimeOffset ServingSince => _deployment.EffectiveAt;

    /// <summary>To the span that deployed it; empty when nobody listened then.</summary>
    public ActivityLink[] Links => ActivityContext.TryParse(_deployment.TraceParent, null, isRemote: true, out ActivityContext deploying)
        ? [LifecycleSpans.Link(deploying, TelemetryNames.Links.Deployment)]
        : [];

    /// <summary>When an already deployed model will take over; null when none will.</summary>
    public DateTimeOffset? PendingFrom =>
        _catalog.DeploymentAt(Endpoint, DateTimeOffset.MaxValue) is { } newest && newest.EffectiveAt > _now ? newest.EffectiveAt : null;

    /// <exception cref="StageException">Nothing serves there, or what serves has no baseline.</exception>
    public static WatchedDeployment Find(StageContext context, string endpoint)
    {
        Deployment deployment = context.Catalog.DeploymentAt(endpoint, context.SimulatedAt) ?? throw NothingServes(context, endpoint);
        return deployment.Baseline is { } hash
            ? new WatchedDeployment(context, deployment, BaselineJson.Read(context.Artifacts.Get(hash)))
            : throw new StageException("no-baseline", FormattableString.Invariant($"Version {deployment.Version} at endpoint '{endpoint}' was deployed without a baseline, so there is nothing to compare with. Deploy it again with a lifecycle run."));
    }

    private static StageException NothingServes(StageContext context, string endpoint)
    {
        string[] others = [.. context.Catalog.Endpoints().Where(other => other != endpoint)];
        string choice = others.Length == 0 ? "" : $" Endpoints with a model: {string.Join(", ", others)}; name one with the input 'endpoint'.";
        return new StageException("no-deployment", FormattableString.Invariant(
            $"Endpoint '{endpoint}' serves no model at {context.SimulatedAt.UtcDateTime:yyyy-MM-dd HH:mm} (simulated time). Deploy one first, for example by a run of 'lifecycle' with this scenario.{choice}"));
    }

    /// <summary>What the monitors of this check look at: the requests of this deployment in the check's window, and those whose labels arrived in the same time.</summary>
    public MonitorEvidence Evidence => _evidence ??= ReadEvidence();

    /// <summary>The same, as the drift tests take it.</summary>
    public (MonitorWindow Window, LabelledWindow Labelled) Windows() =>
    (
        new MonitorWindow(Later(_deployment.EffectiveAt, Evidence.Span.Start), Evidence.Span.End, Evidence.Window.Rows, ScoresOf(Evidence.Window)) { NotJudged = Evidence.Span.NotJudged },
        new LabelledWindow(ScoresOf(Evidence.Labelled), Evidence.Labelled.Rows.Labels));

    private MonitorEvidence ReadEvidence()
    {
        IReadOnlyList<CapturedRequest> served = Served(_scenario.Monitor.Window.FirstRead(_deployment.EffectiveAt, _now, LookBackDays, _scenario.Labels.DelayDays));
        WindowSpan span = _scenario.Monitor.Window.At(_deployment.EffectiveAt, _now, served.Select(request => request.ServedAt));
        Lazy<ModelPackage> package = new(() => ModelPackage.Load(_context.Artifacts.Get(_deployment.Model)));
        return new MonitorEvidence
        {
            Now = _now,
            ServingSince = _deployment.EffectiveAt,
            Scenario = _scenario,
            Seed = _context.RootSeed,
            Baseline = Baseline,
            Span = span,
            Served = served,
            Window = ObservedRequests.Of(span.ServedIn(served), _scenario.Features),
            Labelled = ObservedRequests.Of(span.LabelledIn(served), _scenario.Features),
            Calls = _catalog.Calls(Endpoint, _now, CallFindings.MostCalls),
            Score = rows => package.Value.Score(rows),
        };
    }

    private static double[] ScoresOf(ObservedRequests requests) => [.. requests.Requests.Select(request => request.Score)];

    /// <summary>The alarm that stands after this check: an earlier one about the same deployment, or the check's own.</summary>
    public OpenAlarm? AlarmAfter(DriftReport report)
    {
        DriftReportRow? first = _catalog.DriftReports(Endpoint).FirstOrDefault(earlier => earlier.Drifted && earlier.At > _deployment.EffectiveAt && earlier.At < _now);
        (string Name, DriftKind Kind)[] now = [.. report.Measures.Where(measure => measure.Drifted).Select(measure => (measure.Name, measure.Kind))];
        (string Name, DriftKind Kind)[] drifted = first is null ? now : [.. DriftReportJson.Drifted(first.Report)];
        if (drifted.Length == 0) return null;
        IReadOnlyList<CapturedRequest> requests = Served(_deployment.EffectiveAt);
        DateTimeOffset changedAt = new ServedDays(Baseline, _scenario.Features, requests).ChangedAt([.. drifted.Union(now)]);
        return new OpenAlarm(first?.Id, first?.At ?? _now, drifted[0].Name, changedAt, LabelsAtLastTry(requests));
    }

    private int? LabelsAtLastTry(IReadOnlyList<CapturedRequest> requests) =>
        _catalog.RetrainDecisions(Endpoint).LastOrDefault(decision => decision.Choice == "retrain" && decision.At > _deployment.EffectiveAt && decision.At < _now) is { } tried
            ? Labels(requests, tried.ChangedAt ?? _deployment.EffectiveAt, tried.At)
            : null;

    private IReadOnlyList<CapturedRequest> Served(DateTimeOffset from) =>
        [.. _catalog.Requests(Endpoint, Later(_deployment.EffectiveAt, from), _now).Where(request => request.ModelVersion == _deployment.Version)];

    private static int Labels(IReadOnlyList<CapturedRequest> requests, DateTimeOffset since, DateTimeOffset arrivedBy) =>
        requests.Count(request => request.ServedAt >= since && HasLabel(request, arrivedBy));

    private static bool HasLabel(CapturedRequest request, DateTimeOffset by) => request.Label is not null && request.LabelAt <= by;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
