using Hangfire;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>A database file in a folder of its own, and the storages that a test opened on it.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly List<SqliteStorage> _storages = [];

    public TestDatabase() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"hangfire-sqlite-{Guid.NewGuid():N}");
    public string File => Path.Combine(Folder, "hangfire.db");

    /// <summary>As another process would see the file: a storage with its own connections and lock file.</summary>
    public SqliteStorage Open(SqliteStorageOptions? options = null)
    {
        var storage = new SqliteStorage(File, options ?? new SqliteStorageOptions
        {
            QueuePollInterval = TimeSpan.FromMilliseconds(5),
            DeadProcessCheckInterval = TimeSpan.FromMilliseconds(50),
        });
        _storages.Add(storage);
        return storage;
    }

    public void Dispose()
    {
        foreach (var storage in _storages) storage.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class StorageOfATest
{
    public static readonly string[] DefaultQueue = ["default"];

    /// <summary>Long enough for a loaded machine; reached only when the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Enqueue(this JobStorage storage, int number, string queue = "default") =>
        new BackgroundJobClient(storage).Create<Work>(work => work.Do(number), new Hangfire.States.EnqueuedState(queue));

    public static IFetchedJob Fetch(this JobStorage storage, params string[] queues)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var connection = storage.GetConnection();
        return connection.FetchNextJob(queues.Length == 0 ? DefaultQueue : queues, patience.Token);
    }

    /// <summary>Whether a worker would find nothing now.</summary>
    public static bool HasNothingToFetch(this JobStorage storage)
    {
        using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var connection = storage.GetConnection();
        try
        {
            using var job = connection.FetchNextJob(DefaultQueue, brief.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>What the storage says to something that it can't do.</summary>
    public static string Refusal(Action use) => Assert.Throws<SqliteStorageException>(() =>
    {
        try
        {
            use();
        }
        catch (BackgroundJobClientException wrapped) when (wrapped.InnerException is SqliteStorageException refusal)
        {
            throw refusal;
        }
    }).Message;

    public static void Write(this JobStorage storage, Action<JobStorageTransaction> write)
    {
        using var connection = storage.GetConnection();
        using var transaction = (JobStorageTransaction)connection.CreateWriteTransaction();
        write(transaction);
        transaction.Commit();
    }

    public static T Read<T>(this JobStorage storage, Func<JobStorageConnection, T> read)
    {
        using var connection = (JobStorageConnection)storage.GetConnection();
        return read(connection);
    }
}
