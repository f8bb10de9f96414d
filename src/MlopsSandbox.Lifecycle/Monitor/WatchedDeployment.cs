using System.Diagnostics;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What the catalog knows of the deployment that a check looks at, at the simulated time of the check.</summary>
internal sealed class WatchedDeployment
{
    private readonly ICatalogView _catalog;
    private readonly Scenario _scenario;
    private readonly Deployment _deployment;
    private readonly DateTimeOffset _now;

    private WatchedDeployment(StageContext context, Deployment deployment, Baseline baseline) =>
        (_catalog, _scenario, _deployment, _now, Baseline) = (context.Catalog, context.Scenario, deployment, context.SimulatedAt, baseline);

    public string Endpoint => _deployment.Endpoint;

    public Baseline Baseline { get; }

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
        Deployment deployment = context.Catalog.DeploymentAt(endpoint, context.SimulatedAt) ?? throw new StageException(
            "no-deployment",
            FormattableString.Invariant($"Endpoint '{endpoint}' serves no model at {context.SimulatedAt.UtcDateTime:yyyy-MM-dd HH:mm} (simulated time). Deploy one first, for example by a run of 'lifecycle' with this scenario."));
        return deployment.Baseline is { } hash
            ? new WatchedDeployment(context, deployment, BaselineJson.Read(context.Artifacts.Get(hash)))
            : throw new StageException("no-baseline", FormattableString.Invariant($"Version {deployment.Version} at endpoint '{endpoint}' was deployed without a baseline, so there is nothing to compare with. Deploy it again with a lifecycle run."));
    }

    /// <summary>The requests of the last days of this deployment, and those whose labels arrived in the same days.</summary>
    public (MonitorWindow Window, LabelledWindow Labelled) Windows()
    {
        TimeSpan length = TimeSpan.FromDays(_scenario.Monitor.WindowDays);
        DateTimeOffset start = Later(_deployment.EffectiveAt, _now - length);
        IReadOnlyList<CapturedRequest> recent = Served(_now - length - TimeSpan.FromDays(_scenario.Labels.DelayDays));
        CapturedRequest[] window = [.. recent.Where(request => request.ServedAt >= start)];
        CapturedRequest[] labelled = [.. recent.Where(request => HasLabel(request, _now) && request.LabelAt > _now - length)];
        return (
            new MonitorWindow(start, _now, CapturedTable.From(window, _scenario.Features), [.. window.Select(request => request.Score)]),
            new LabelledWindow([.. labelled.Select(request => request.Score)], [.. labelled.Select(request => request.Label!.Value)]));
    }

    /// <summary>The alarm that stands after this check: an earlier one about the same deployment, or the check's own.</summary>
    public OpenAlarm? AlarmAfter(DriftReport report)
    {
        DriftReportRow? first = _catalog.DriftReports(Endpoint).FirstOrDefault(earlier => earlier.Drifted && earlier.At > _deployment.EffectiveAt && earlier.At < _now);
        (string Name, DriftKind Kind)[] now = [.. report.Measures.Where(measure => measure.Drifted).Select(measure => (measure.Name, measure.Kind))];
        (string Name, DriftKind Kind)[] drifted = first is null ? now : [.. DriftReportJson.Drifted(first.Report)];
        if (drifted.Length == 0) return null;
        IReadOnlyList<CapturedRequest> requests = Served(_deployment.EffectiveAt);
        DateTimeOffset changedAt = new ServedDays(Baseline, _scenario.Features, requests).ChangedAt([.. drifted.Union(now)]);
        return new OpenAlarm(first?.Id, first?.At ?? _now, drifted[0].Name, changedAt, Labels(requests, changedAt, _now), LabelsAtLastTry(requests));
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
