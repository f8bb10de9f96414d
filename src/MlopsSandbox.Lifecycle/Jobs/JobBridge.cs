using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>The bridge between workflows and jobs in one process: an activity becomes a job, a job's end moves its workflow on.</summary>
public sealed class JobBridge : IDisposable
{
    private readonly JobBridgeParts _parts;
    private readonly RunSpans _spans;

    /// <summary>Puts the parts together; nothing runs yet.</summary>
    public JobBridge(JobBridgeParts parts)
    {
        _parts = parts;
        PinnedDefinitions pinned = new(parts.Stages);
        WorkflowSteps steps = new(pinned);
        _spans = new RunSpans(parts.Catalog);
        Presence = ProcessLock.Take(parts.Catalog.Home);
        Runs = new WorkflowRuns(parts.Catalog, pinned, steps, _spans, parts);
        Control = new RunControl(parts.Catalog, pinned, steps, Runs);
        Timers = new TimerFiring(parts.Catalog, steps, parts.Time);
        StageJob = new StageJob(parts, Presence, new StageInputs(parts, pinned), new StageCommit(steps), new StageReuse(parts, pinned));
    }

    /// <summary>Starts and cancels runs.</summary>
    public WorkflowRuns Runs { get; }

    /// <summary>What people do to runs.</summary>
    public RunControl Control { get; }

    /// <summary>Fires the timers of runs.</summary>
    public TimerFiring Timers { get; }

    /// <summary>What Hangfire's server calls, see <see cref="StageJobActivator"/>.</summary>
    public StageJob StageJob { get; }

    /// <summary>This process among those that share the home.</summary>
    public ProcessLock Presence { get; }

    /// <summary>Enqueues what the outbox holds.</summary>
    public OutboxDispatcher DispatcherTo(IStageJobs queue) => new(_parts, Presence, queue, Runs, _spans);

    /// <summary>Takes up what dead processes left.</summary>
    public Recovery RecoveryOf(IStageJobs queue) => new(_parts.Catalog, Presence, queue);

    /// <summary>Recovers, then carries the outbox to the queue, fires timers and looks after dead processes until cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, as it always is in the end.</exception>
    public async Task RunAsync(IStageJobs queue, CancellationToken cancellation)
    {
        Recovery recovery = RecoveryOf(queue);
        recovery.Run();
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] loops = [DispatcherTo(queue).RunAsync(either.Token), recovery.RunAsync(_parts.Time, either.Token), Timers.RunAsync(either.Token)];
        await Task.WhenAny(loops).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_parts.Progress is null) _spans.CloseEnded();
        else foreach (RunRow run in _spans.CloseEnded()) _parts.Progress.Report(new RunEnded(run.Id, run.Status));
        _spans.Dispose();
        Presence.Dispose();
    }
}
