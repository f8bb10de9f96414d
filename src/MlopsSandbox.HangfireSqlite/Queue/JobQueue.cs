using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>The queues: first in, first out in each; a fetched entry belongs to one process until it is removed or given back.</summary>
internal sealed class JobQueue(DatabaseFile database, Func<ProcessPresence> presence, Leases leases, Reclaim reclaim, ChangeWatcher watcher, IdleWorkers idle)
{
    /// <summary>Begins the statement that makes fetched entries anybody's again; a condition says which.</summary>
    public const string MakeAnybodys = "UPDATE JobQueue SET Owner = NULL, FetchedAt = NULL, InvisibleUntil = NULL ";

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

    /// <summary>Puts an entry into a queue; call <see cref="Announce"/> once it is committed.</summary>
    public static void Add(Session session, string queue, long jobId) =>
        session.Execute("INSERT INTO JobQueue (JobId, Queue) VALUES (?1, ?2)", jobId, queue);

    /// <summary>Wakes an idle worker of this process, if one listens to the queue.</summary>
    public void Announce(string queue) => idle.Wake(queue, jobs: 1);

    /// <summary>Takes the entry away for good; false when the fetch was lost to a later one.</summary>
    public static bool Remove(Session session, FetchedEntry entry) =>
        session.Execute("DELETE FROM JobQueue WHERE Id = ?1 AND Fetch = ?2", entry.Id, entry.Fetch) == 1;

    public void Remove(FetchedEntry entry)
    {
        database.Write(session => Remove(session, entry));
        leases.LetGo(entry);
    }

    /// <summary>Gives the entry back to its place in the queue.</summary>
    public void Requeue(FetchedEntry entry)
    {
        leases.LetGo(entry);
        try
        {
            if (database.Write(session => GiveBack(session, entry)) is { } queue) Announce(queue);
        }
        catch (SqliteStorageException)
        {
            leases.Owe(entry);
            throw;
        }
    }

    /// <summary>Makes the entry anybody's and names its queue; null when a later fetch has it.</summary>
    public static string? GiveBack(Session session, FetchedEntry entry) => session.Scalar<string>(
        MakeAnybodys + "WHERE Id = ?1 AND Fetch = ?2 RETURNING Queue", entry.Id, entry.Fetch);

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

    private bool AnyWaits(IReadOnlyList<string> queues) => database.Read(session => queues.Any(queue =>
        session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM JobQueue WHERE Owner IS NULL AND Queue = ?1)", queue) == 1));

    private SqliteFetchedJob? Take(Session session, string queue, string owner) => session
        .Query("""
            UPDATE JobQueue SET Owner = ?1, FetchedAt = ?2, InvisibleUntil = ?3, Fetch = ?4
            WHERE Id = (SELECT Id FROM JobQueue WHERE Owner IS NULL AND Queue = ?5 ORDER BY Id LIMIT 1)
            RETURNING Id, Fetch, JobId
            """,
            row => new SqliteFetchedJob(this, new FetchedEntry(row.GetInt64(0), row.GetInt64(1)), row.GetString(2)),
            owner, database.Now, leases.EndOfLease, Random.Shared.NextInt64(), queue)
        .FirstOrDefault();
}
