using System.Globalization;
using Hangfire;
using Hangfire.Logging;
using Hangfire.Server;
using Hangfire.Storage;
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
        JobIds = new JobIds(Database);
        _leases = new Leases(Database, Options);
        var reclaim = new Reclaim(Database, Presence, _leases, Options);
        _watcher = new ChangeWatcher(Database, reclaim, idle, Options);
        Queue = new JobQueue(Database, Presence, _leases, reclaim, _watcher, idle);
        Locks = new DistributedLocks(() => Presence().Locks, Options);
    }

    /// <inheritdoc/>
    public override bool LinearizableReads => true;

    internal SqliteStorageOptions Options { get; }
    internal DatabaseFile Database { get; }
    internal JobIds JobIds { get; }
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

    /// <summary>Checks the whole file: its pages and indexes, and that no row refers to a missing one. Workers go on meanwhile; it reads every page.</summary>
    /// <returns>Each problem in a sentence; empty when the file is sound.</returns>
    /// <exception cref="SqliteStorageException">The file can't be read at all.</exception>
    public IReadOnlyList<string> CheckIntegrity()
    {
        using var session = Database.Open();
        return IntegrityCheck.Problems(session);
    }

    /// <summary>
    /// Copies the database as of one moment while workers go on. In the copy no job is in anybody's hands: opened, it runs all that were
    /// unfinished, those too that were running. They are the same jobs, so work on the copy only when the original is gone.
    /// </summary>
    /// <param name="path">The new file, whole or not there at all.</param>
    /// <exception cref="SqliteStorageException">There is a file of this name, or the copy can't be written.</exception>
    public void Backup(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        BackupCopy.Make(Database, Path.GetFullPath(path));
    }

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
        lock (_arriving) return _presence ??= new ProcessPresence(Database, _leases, Options.UseProcessLockFiles);
    }

    private void Leave(ProcessPresence presence)
    {
        try
        {
            Database.Write(session => Reclaim.ReturnAllOf(session, presence.Token));
            presence.Dispose();
            presence.Forget(presence.Token);
        }
        catch (SqliteStorageException)
        {
            presence.Dispose();     // The others find the lock free, and give back what this process held.
        }
        catch (ObjectDisposedException)
        {
            presence.Dispose();     // Disposed before.
        }
    }
}
