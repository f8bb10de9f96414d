using System.Diagnostics;
using Hangfire;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Carries what the outbox holds out into the world: jobs to the queue, dispatched workflows to their start, events to whoever waits, lines to whoever watches.</summary>
/// <remarks>Jobs and lines at least once, dispatched workflows and events exactly once.</remarks>
public sealed class OutboxDispatcher
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);
    private readonly JobBridgeParts _parts;
    private readonly CatalogStore _catalog;
    private readonly string _owner;
    private readonly IStageJobs _queue;
    private readonly WorkflowRuns _runs;
    private readonly EventDelivery _events;
    private readonly RunSpans _spans;

    internal OutboxDispatcher(JobBridgeParts parts, ProcessLock presence, IStageJobs queue, WorkflowRuns runs, EventDelivery events, RunSpans spans) =>
        (_parts, _catalog, _owner, _queue, _runs, _events, _spans) = (parts, parts.Catalog, presence.Owner, queue, runs, events, spans);

    /// <summary>Carries as soon as there is something, until cancelled. When the queue refuses, it tries again a second later.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _catalog.WaitFor(tx => tx.Outbox.HasFree() || _spans.AnyEnded(tx), cancellation).ConfigureAwait(false);
            try
            {
                DispatchPending();
            }
            catch (BackgroundJobClientException)
            {
                await Task.Delay(PauseAfterFailure, _parts.Time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Carries all that the outbox holds now and that no other process has taken. One call at a time.</summary>
    /// <returns>How many rows it carried.</returns>
    public int DispatchPending()
    {
        IReadOnlyList<OutboxRow> rows = _catalog.Read(tx => tx.Outbox.HasFree()) ? _catalog.Write(tx => tx.Outbox.TakeAll(_owner)) : [];
        try
        {
            foreach (OutboxRow row in rows) Carry(row);
        }
        catch
        {
            _catalog.Write(tx => tx.Outbox.GiveBack(_owner));
            throw;
        }
        foreach (RunRow run in _spans.CloseEnded()) _parts.Progress?.Report(new RunEnded(run.Id, run.Status));
        return rows.Count;
    }

    private void Carry(OutboxRow row)
    {
        switch (row)
        {
            case EnqueueRow enqueue:
                Enqueue(enqueue);
                break;
            case DispatchRow dispatch:
                _catalog.Write(tx => _runs.StartDispatched(tx, dispatch));
                break;
            case PublishRow publish:
                _catalog.Write(tx => _events.Deliver(tx, publish));
                break;
            case LineRow line:
                _parts.Progress?.Report(new LineWritten(line.RunId, line.ExecutionId, line.Text));
                _catalog.Write(tx => tx.Outbox.Done(line.Id));
                break;
        }
    }

    private void Enqueue(EnqueueRow row)
    {
        ActivityContext parent = TraceParent.Read(row.TraceParent);
        using Activity? span = LifecycleSpans.Enqueue(row.Stage, StageJob.Queue, parent);
        string jobId = _queue.Enqueue(row.Key, TraceCarrier.Inject(span?.Context ?? parent));
        span?.SetTag(TelemetryNames.Attributes.MessagingMessageId, jobId);
        _catalog.Write(tx =>
        {
            if (tx.Outbox.Done(row.Id)) tx.Executions.SetJob(row.Key, jobId);
        });
    }
}
