using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Database;
using MlopsSandbox.HangfireSqlite.Queue;
using MlopsSandbox.HangfireSqlite.Transaction;

namespace MlopsSandbox.HangfireSqlite.Connection;

/// <summary>Hangfire's view of the storage for one unit of work; owner of the distributed locks that it acquires.</summary>
internal sealed partial class SqliteJobConnection(SqliteStorage storage) : JobStorageConnection
{
    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);

    private DatabaseFile Database => storage.Database;

    public override IWriteOnlyTransaction CreateWriteTransaction() => new SqliteWriteTransaction(storage, this);

    public override IFetchedJob FetchNextJob(string[] queues, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queues);
        if (queues.Length == 0) throw new ArgumentException("No queue is named; expected one or more.", nameof(queues));
        return storage.Queue.Dequeue(queues, cancellationToken);
    }

    /// <summary>Acquires a lock that this connection may acquire again without waiting; free when each acquisition is disposed.</summary>
    public override IDisposable AcquireDistributedLock(string resource, TimeSpan timeout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resource);
        var times = _held.GetValueOrDefault(resource);
        if (times == 0) storage.Locks.Acquire(new HeldLock(resource, _holder), timeout);
        _held[resource] = times + 1;
        return new Acquisition(this, resource);
    }

    public override DateTime GetUtcDateTime() => storage.Options.TimeProvider.GetUtcNow().UtcDateTime;

    public override void Dispose()
    {
        foreach (var resource in _held.Keys) storage.Locks.Release(new HeldLock(resource, _holder));
        _held.Clear();
        base.Dispose();
    }

    private void Release(string resource)
    {
        if (!_held.TryGetValue(resource, out var times)) return;
        if (times > 1)
        {
            _held[resource] = times - 1;
            return;
        }
        _held.Remove(resource);
        storage.Locks.Release(new HeldLock(resource, _holder));
    }

    private sealed class Acquisition(SqliteJobConnection connection, string resource) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed) return;
            _disposed = true;
            connection.Release(resource);
        }
    }
}
