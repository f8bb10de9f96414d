using Hangfire;
using Hangfire.InMemory;
using MlopsSandbox.HangfireSqlite;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>An empty storage; its files, if it has any, go with it.</summary>
internal sealed class StorageUnderTest : IDisposable
{
    private readonly string? _folder;

    private StorageUnderTest(JobStorage storage, string? folder = null)
    {
        Storage = storage;
        _folder = folder;
    }

    public JobStorage Storage { get; }

    /// <summary>The database file.</summary>
    public string File => _folder is null ? throw new InvalidOperationException("This storage has no file.") : FileIn(_folder);

    public IBackgroundJobClient Client => new BackgroundJobClient(Storage);

    public static StorageUnderTest InMemory() => new(new InMemoryStorage());

    public static StorageUnderTest Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("hangfire-benchmark-").FullName;
        return new StorageUnderTest(new SqliteStorage(FileIn(folder)), folder);
    }

    /// <summary>A Hangfire server as most programs have it, but with four workers.</summary>
    public BackgroundJobServer Serve() => Serve(Storage);

    /// <summary>The same over any storage.</summary>
    public static BackgroundJobServer Serve(JobStorage storage) =>
        new(new BackgroundJobServerOptions { WorkerCount = 4, StopTimeout = TimeSpan.FromSeconds(5) }, storage);

    public void Dispose()
    {
        (Storage as IDisposable)?.Dispose();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    private static string FileIn(string folder) => Path.Combine(folder, "hangfire.db");
}
