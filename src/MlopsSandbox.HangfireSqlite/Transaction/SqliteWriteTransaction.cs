using System.Runtime.CompilerServices;
using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Connection;
using MlopsSandbox.HangfireSqlite.Database;
using MlopsSandbox.HangfireSqlite.Queue;

namespace MlopsSandbox.HangfireSqlite.Transaction;

/// <summary>Collects writes and makes them in one database transaction at <see cref="Commit"/>, in the order of the calls.</summary>
internal sealed partial class SqliteWriteTransaction(SqliteStorage storage, SqliteJobConnection connection) : JobStorageTransaction
{
    private readonly List<Action<Session>> _writes = [];
    private readonly List<IDisposable> _locks = [];
    private readonly List<SqliteFetchedJob> _removed = [];
    private readonly List<string> _enqueued = [];

    private long Now => storage.Database.Now;

    public override void Commit()
    {
        storage.Database.Write(session =>
        {
            foreach (var write in _writes) write(session);
            return _writes.Count;
        });
        foreach (var job in _removed) job.MarkRemoved();
        ReleaseLocks();
        foreach (var queue in _enqueued) storage.Queue.Announce(queue);
    }

    public override void Dispose()
    {
        ReleaseLocks();
        base.Dispose();
    }

    /// <summary>Acquires a lock now that is free again when this transaction is committed or dropped.</summary>
    public override void AcquireDistributedLock(string resource, TimeSpan timeout) => _locks.Add(connection.AcquireDistributedLock(resource, timeout));

    public override void AddToQueue(string queue, string jobId)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var number = Number(jobId);
        _writes.Add(session => QueueRecords.Add(session, queue, number));
        _enqueued.Add(queue);
    }

    /// <summary>Acknowledges a fetched job in the same transaction that changes its state.</summary>
    public override void RemoveFromQueue(IFetchedJob fetchedJob)
    {
        if (fetchedJob is not SqliteFetchedJob ours)
            throw new ArgumentException($"The fetched job is a {fetchedJob?.GetType().Name ?? "null"}; expected one of this storage.", nameof(fetchedJob));
        _writes.Add(session => QueueRecords.Remove(session, ours.Entry));
        _removed.Add(ours);
    }

    private void ReleaseLocks()
    {
        foreach (var acquired in _locks) acquired.Dispose();
        _locks.Clear();
    }

    private static long Number(string jobId)
    {
        ArgumentNullException.ThrowIfNull(jobId);
        return JobRecords.Number(jobId);
    }

    private void Add(string sql, params object?[] values) => _writes.Add(session => session.Execute(sql, values));

    private static string Given(string argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(argument, name);
        return argument;
    }

    private long After(TimeSpan expireIn) => Now + (long)expireIn.TotalMilliseconds;
}
