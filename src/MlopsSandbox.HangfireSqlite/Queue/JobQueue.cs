using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>The queues: first in, first out in each; a fetched entry belongs to one process until it is removed or given back.</summary>
internal sealed class JobQueue(DatabaseFile database, Func<ProcessPresence> presence, Leases leases, Reclaim reclaim, ChangeWatcher watcher, IdleWorkers idle)
{
    private volatile bool _foundLast;

    /// <summary>Waits for an entry in the queues, the first named first.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public SqliteFetchedJob Dequeue(IReadOnlyList<string> queues, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            reclaim.IfDue();
            if (_foundLast && TryDequeue(queues) is { } next) return next;
            using var place = idle.Join(queues);
            if (TryDequeue(queues) is { } job) return job;
            watcher.Start();
            place.Wait(cancellation);
        }
    }

    /// <summary>Wakes an idle worker of this process, if one listens to the queue.</summary>
    public void Announce(string queue) => idle.Wake(queue, jobs: 1);

    /// <summary>Takes the entry away for good.</summary>
    public void Remove(FetchedEntry entry)
    {
        database.Write(session => QueueRecords.Remove(session, entry));
        leases.LetGo(entry);
    }

    /// <summary>Gives the entry back to its place in the queue.</summary>
    public void Requeue(FetchedEntry entry)
    {
        leases.LetGo(entry);
        try
        {
            if (database.Write(session => QueueRecords.GiveBack(session, entry))) Announce(entry.Queue);
        }
        catch (SqliteStorageException)
        {
            leases.Owe(entry);
            throw;
        }
    }

    public void LetGo(FetchedEntry entry) => leases.LetGo(entry);

    /// <summary>While jobs keep coming, takes one without looking first; an idle queue is only read, never locked for writing.</summary>
    private SqliteFetchedJob? TryDequeue(IReadOnlyList<string> queues)
    {
        if (!_foundLast && !AnyWaits(queues)) return null;
        var owner = presence().Token;
        var fetched = database.Write(session => queues.Select(queue => Take(session, queue, owner)).FirstOrDefault(job => job is not null));
        _foundLast = fetched is not null;
        if (fetched is not null) leases.Hold(fetched.Entry);
        return fetched;
    }

    private bool AnyWaits(IReadOnlyList<string> queues) => database.Read(session => queues.Any(queue => QueueRecords.AnyWaits(session, queue)));

    private SqliteFetchedJob? Take(Session session, string queue, string owner) =>
        QueueRecords.Fetch(session, queue, owner, database.Now, leases.EndOfLease) is var (entry, jobId) ? new SqliteFetchedJob(this, entry, jobId) : null;
}
