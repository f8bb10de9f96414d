using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>The root spans of the runs that this process started. Each ends with its run, or with the process if that is earlier.</summary>
internal sealed class RunSpans(CatalogStore catalog) : IDisposable
{
    private readonly ConcurrentDictionary<string, OpenRun> _open = new(StringComparer.Ordinal);
    private long _endingsSeen = -1;

    /// <summary>Starts the root span of a run.</summary>
    /// <returns>Its context; the default one when nobody listens.</returns>
    public ActivityContext Open(RunRow run, IEnumerable<ActivityLink> links)
    {
        Activity? span = LifecycleSpans.StartRun(run.Workflow, run.Id, links);
        if (span is not null) Describe(span, run);
        if (_open.TryRemove(run.Id, out OpenRun? undone)) undone.Span?.Dispose();     // its transaction was rolled back
        else LifecycleMetrics.RunStarted(run.Workflow);
        _open[run.Id] = new OpenRun(run.Workflow, span);
        return span?.Context ?? default;
    }

    /// <summary>True when a run has ended since <see cref="CloseEnded"/> looked. Costs the same however many spans are open.</summary>
    public bool AnyEnded(CatalogTransaction tx) => tx.Runs.Endings() != Volatile.Read(ref _endingsSeen);

    /// <summary>Ends the spans of runs that have ended.</summary>
    /// <returns>Those runs.</returns>
    public IReadOnlyList<RunRow> CloseEnded()
    {
        RunRow[] ended = catalog.Read(FindEnded);
        return [.. ended.Where(run => Close(run.Id, run))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string runId in _open.Keys) Close(runId, run: null);
    }

    private RunRow[] FindEnded(CatalogTransaction tx)
    {
        if (!AnyEnded(tx)) return [];
        Volatile.Write(ref _endingsSeen, tx.Runs.Endings());
        return [.. _open.Keys.Select(tx.Runs.Find).OfType<RunRow>().Where(run => run.HasEnded)];
    }

    private bool Close(string runId, RunRow? run)
    {
        if (!_open.TryRemove(runId, out OpenRun? open)) return false;
        LifecycleMetrics.RunEnded(open.Workflow);
        if (run is not null) open.Span?.SetTag(Attributes.PipelineResult, ResultOf(run.Status));
        if (run?.Status == RunStatus.Failed) open.Span?.SetStatus(ActivityStatusCode.Error, run.Error);
        open.Span?.Dispose();
        return true;
    }

    private static void Describe(Activity span, RunRow run) => span
        .SetTag(Attributes.Scenario, run.Scenario)
        .SetTag(Attributes.ModelName, run.ModelName)
        .SetTag(Attributes.SimulatedAt, run.SimulatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
        .SetTag(Attributes.CauseKind, run.Cause.Kind)
        .SetTag(Attributes.CauseId, run.Cause.Id);

    private static string ResultOf(RunStatus status) => status switch
    {
        RunStatus.Succeeded => Results.Success,
        RunStatus.Cancelled => Results.Cancellation,
        _ => Results.Failure,
    };

    private sealed record OpenRun(string Workflow, Activity? Span);
}
