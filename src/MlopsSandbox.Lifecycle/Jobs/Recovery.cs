using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Takes up what dead processes left: their claims, what they had taken from the outbox, and jobs that the queue has lost.</summary>
/// <remarks>May be run at any time, by any number of processes.</remarks>
public sealed class Recovery
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly CatalogStore _catalog;
    private readonly ProcessLock _presence;
    private readonly IStageJobs _queue;

    internal Recovery(CatalogStore catalog, ProcessLock presence, IStageJobs queue) => (_catalog, _presence, _queue) = (catalog, presence, queue);

    /// <summary>Looks again and again until cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Interval, time, cancellation).ConfigureAwait(false);
            Run();
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>How many executions were put into the outbox again.</returns>
    public int Run()
    {
        int taken = HasDeadOwners() ? _catalog.Write(TakeOver) : 0;
        int lost = EnqueueLost();
        _presence.RemoveDead();
        return taken + lost;
    }

    private bool HasDeadOwners() => _catalog.Read(tx =>
        tx.Claims.Abandoned(_presence.IsAlive).Count > 0 || tx.Outbox.Owners().Concat(tx.Notifications.Owners()).Any(owner => !_presence.IsAlive(owner)));

    private int TakeOver(CatalogTransaction tx)
    {
        foreach (string owner in tx.Outbox.Owners().Where(owner => !_presence.IsAlive(owner))) tx.Outbox.GiveBack(owner);
        foreach (string owner in tx.Notifications.Owners().Where(owner => !_presence.IsAlive(owner))) tx.Notifications.GiveBack(owner);
        IReadOnlyList<ExecutionKey> abandoned = tx.Claims.Abandoned(_presence.IsAlive);
        foreach (ExecutionKey key in abandoned)
        {
            tx.Executions.Requeue(key);
            StageQueueing.Enqueue(tx, key);
        }
        return abandoned.Count;
    }

    // The queue's own file may have been deleted, or its job may have ended without taking the execution up.
    private int EnqueueLost()
    {
        (ExecutionKey Key, string? JobId)[] lost = [.. Enqueued().Where(one => one.JobId is null || !_queue.IsPending(one.JobId, one.Key))];
        if (lost.Length == 0) return 0;
        return _catalog.Write(tx =>
        {
            (ExecutionKey, string?)[] still = [.. Enqueued(tx).Intersect(lost)];
            foreach (var (key, _) in still) StageQueueing.Enqueue(tx, key);
            return still.Length;
        });
    }

    private (ExecutionKey Key, string? JobId)[] Enqueued() => _catalog.Read(Enqueued);

    private static (ExecutionKey Key, string? JobId)[] Enqueued(CatalogTransaction tx) =>
        [.. tx.Executions.Enqueued().Select(execution => (execution.Key, execution.JobId))];
}
