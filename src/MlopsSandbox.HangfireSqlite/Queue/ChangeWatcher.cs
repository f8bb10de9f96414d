using Hangfire.Logging;
using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>
/// Wakes this process's idle workers when another process has written, seen by <c>PRAGMA data_version</c>: a look at shared memory, no query.
/// Starts with the first worker that finds nothing to do.
/// </summary>
internal sealed class ChangeWatcher(DatabaseFile database, Reclaim reclaim, IdleWorkers idle, SqliteStorageOptions options) : IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly ILog _log = LogProvider.For<ChangeWatcher>();
    private readonly ManualResetEventSlim _stop = new();
    private readonly Lock _starting = new();
    private Thread? _thread;

    public void Start()
    {
        if (Volatile.Read(ref _thread) is not null) return;
        lock (_starting)
        {
            if (_thread is not null || _stop.IsSet) return;
            _thread = new Thread(Watch) { IsBackground = true, Name = "Hangfire SQLite change watcher" };
            _thread.Start();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_starting) _stop.Set();
        _thread?.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        Session? session = null;
        long? seen = null;
        var pause = options.QueuePollInterval;
        do
        {
            try
            {
                session ??= database.Open();
                database.CheckInPlace(session);
                reclaim.IfDue();
                var version = session.Scalar<long>("PRAGMA data_version");
                pause = options.QueuePollInterval;
                if (version == seen) continue;
                WakeForWhatWaits();
                seen = version;
            }
            catch (Exception cause) when (cause is SqliteException or SqliteStorageException)
            {
                pause = AfterFailure;
                _log.WarnException($"The job queue could not be watched; the next try comes in {pause.TotalSeconds} seconds.", cause);
            }
        }
        while (!_stop.Wait(pause));
        session?.Dispose();
    }

    /// <summary>Wakes no more workers than there are jobs.</summary>
    private void WakeForWhatWaits()
    {
        var (queues, workers) = idle.Wanted();
        foreach (var queue in queues)
        {
            idle.Wake(queue, database.Read(session => session.Scalar<long>(
                "SELECT count(*) FROM (SELECT 1 FROM Waiting WHERE Queue = ?1 LIMIT ?2)", queue, workers)));
        }
    }
}
