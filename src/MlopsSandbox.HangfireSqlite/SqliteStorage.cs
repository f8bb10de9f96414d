using System.Globalization;
using Hangfire;
using Hangfire.Logging;
using Hangfire.Server;
using Hangfire.Storage;
using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite.Connection;
using MlopsSandbox.HangfireSqlite.Database;
using MlopsSandbox.HangfireSqlite.Monitoring;
using MlopsSandbox.HangfireSqlite.Queue;

namespace MlopsSandbox.HangfireSqlite;

/// <summary>Hangfire's job storage in one SQLite file, which any number of processes on the machine may share.</summary>
/// <remarks>Disposing gives back at once what this process holds; a process that ends without it is found out by the others.</remarks>
public sealed class SqliteStorage : JobStorage, IDisposable
{
    private static readonly HashSet<string> Features = new(StringComparer.OrdinalIgnoreCase)
    {
        JobStorageFeatures.ExtendedApi,
        JobStorageFeatures.JobQueueProperty,
        JobStorageFeatures.ProcessesInsteadOfComponents,
        JobStorageFeatures.Connection.BatchedGetFirstByLowest,
        JobStorageFeatures.Connection.GetUtcDateTime,
        JobStorageFeatures.Connection.GetSetContains,
        JobStorageFeatures.Connection.LimitedGetSetCount,
        JobStorageFeatures.Transaction.AcquireDistributedLock,
        JobStorageFeatures.Transaction.CreateJob,
        JobStorageFeatures.Transaction.SetJobParameter,
        JobStorageFeatures.Transaction.RemoveFromQueue(typeof(SqliteFetchedJob)),
        JobStorageFeatures.Monitoring.DeletedStateGraphs,
        JobStorageFeatures.Monitoring.AwaitingJobs,
    };

    private readonly Lock _arriving = new();
    private readonly Leases _leases;
    private readonly ChangeWatcher _watcher;
    private ProcessPresence? _presence;

    /// <summary>Opens the file, and creates it or brings its schema forward where needed.</summary>
    /// <param name="pathOrConnectionString">A path, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="options">How it behaves; the defaults when null.</param>
    /// <exception cref="SqliteStorageException">An option is out of range, or the file can't be used.</exception>
    public SqliteStorage(string pathOrConnectionString, SqliteStorageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pathOrConnectionString);
        Options = options ?? new SqliteStorageOptions();
        var problems = string.Join(" ", Options.Problems());
        if (problems.Length > 0) throw new SqliteStorageException($"Options of the Hangfire storage {pathOrConnectionString}: {problems}");

        var idle = new IdleWorkers();
        Database = new DatabaseFile(pathOrConnectionString, Options);
        _leases = new Leases(Database, Options);
        var reclaim = new Reclaim(Database, Presence, _leases, Options);
        _watcher = new ChangeWatcher(Database, reclaim, idle, Options);
        Queue = new JobQueue(Database, Presence, _leases, reclaim, _watcher, idle);
        Locks = new DistributedLocks(Database, Presence, _leases, Options);
    }

    /// <inheritdoc/>
    public override bool LinearizableReads => true;

    internal SqliteStorageOptions Options { get; }
    internal DatabaseFile Database { get; }
    internal JobQueue Queue { get; }
    internal DistributedLocks Locks { get; }

    /// <summary>Gives a sign of life for all that this process holds, as a timer does.</summary>
    internal void Renew() => _leases.Renew();

    /// <inheritdoc/>
    public override IStorageConnection GetConnection() => new SqliteJobConnection(this);

    /// <inheritdoc/>
    public override IMonitoringApi GetMonitoringApi() => new SqliteMonitoringApi(Database, Options.TimeProvider);

    /// <inheritdoc/>
    public override IEnumerable<IBackgroundProcess> GetStorageWideProcesses() => [new ExpiredRecordRemoval(Database, Options.JobExpirationCheckInterval)];

    /// <inheritdoc/>
    public override bool HasFeature(string featureId)
    {
        ArgumentNullException.ThrowIfNull(featureId);
        return Features.Contains(featureId);
    }

    /// <inheritdoc/>
    public override void WriteOptionsToLog(ILog logger) => logger.Info(string.Create(CultureInfo.InvariantCulture,
        $"Using SQLite job storage {Database.Path}: durability {Options.Durability}, poll interval {Options.QueuePollInterval}, invisibility timeout {Options.SlidingInvisibilityTimeout}."));

    /// <inheritdoc/>
    public override string ToString() => $"SQLite: {Database.Path}";

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher.Dispose();
        _leases.Dispose();
        if (_presence is not null) Leave(_presence);
        Database.Dispose();
    }

    /// <summary>This process, present from the first time that it may hold something.</summary>
    internal ProcessPresence Presence()
    {
        lock (_arriving) return _presence ??= new ProcessPresence(Database, Options.UseProcessLockFiles);
    }

    private void Leave(ProcessPresence presence)
    {
        try
        {
            Database.Write(session => Reclaim.ReturnAllOf(session, presence.Token));
            presence.Dispose();
            presence.Forget(presence.Token);
        }
        catch (Exception cause) when (cause is SqliteException or SqliteStorageException)
        {
            presence.Dispose();     // The others find the lock free, and give back what this process held.
        }
        catch (ObjectDisposedException)
        {
            presence.Dispose();     // Disposed before.
        }
    }
}
