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
        Events = new EventDelivery(parts, steps, Runs);
        Tasks = new TaskReports(parts.Catalog, steps);
        Schedules = new ScheduleFiring(parts, Runs);
        Alerts = new AlertDelivery(parts, Presence, Events);
        Timers = new TimerFiring(parts.Catalog, steps, parts.Time);
        StageJob = new StageJob(parts, Presence, new StageInputs(parts, pinned), new StageCommit(steps, new AlertRaising(parts.Alerts)), new StageReuse(parts, pinned));
    }

    /// <summary>Starts and cancels runs.</summary>
    public WorkflowRuns Runs { get; }

    /// <summary>What people do to runs.</summary>
    public RunControl Control { get; }

    /// <summary>Delivers events.</summary>
    public EventDelivery Events { get; }

    /// <summary>Takes reports that tasks are done.</summary>
    public TaskReports Tasks { get; }

    /// <summary>Starts runs at the times that triggers name.</summary>
    public ScheduleFiring Schedules { get; }

    /// <summary>Fires the timers of runs.</summary>
    public TimerFiring Timers { get; }

    /// <summary>What Hangfire's server calls, see <see cref="StageJobActivator"/>.</summary>
    public StageJob StageJob { get; }

    /// <summary>This process among those that share the home.</summary>
    public ProcessLock Presence { get; }

    /// <summary>Enqueues what the outbox holds.</summary>
    public OutboxDispatcher DispatcherTo(IStageJobs queue) => new(_parts, Presence, queue, Runs, Events, _spans);

    /// <summary>Tells sinks of alerts.</summary>
    public AlertDelivery Alerts { get; }

    /// <summary>Takes up what dead processes left.</summary>
    public Recovery RecoveryOf(IStageJobs queue) => new(_parts.Catalog, Presence, queue);

    /// <summary>Works without starting runs by triggers of time.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, as it always is in the end.</exception>
    public Task RunAsync(IStageJobs queue, CancellationToken cancellation) => RunAsync(queue, startsByTriggers: false, cancellation);

    /// <summary>Recovers, then carries the outbox to the queue, fires timers and looks after dead processes until cancelled.</summary>
    /// <param name="queue">Where jobs go.</param>
    /// <param name="startsByTriggers">True when runs are also started at the times that triggers of definitions name.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, as it always is in the end.</exception>
    public async Task RunAsync(IStageJobs queue, bool startsByTriggers, CancellationToken cancellation)
    {
        Recovery recovery = RecoveryOf(queue);
        recovery.Run();
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Task> loops = [DispatcherTo(queue).RunAsync(either.Token), recovery.RunAsync(_parts.Time, either.Token), Timers.RunAsync(either.Token), Alerts.RunAsync(either.Token)];
        if (startsByTriggers) loops.Add(Schedules.RunAsync(either.Token));
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
