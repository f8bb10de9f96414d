using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class BusyTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Write_FileLockedBeyondTheTimeout_RefusedAndGoesOnAfterwards()
    {
        var storage = _database.Open(new SqliteStorageOptions { BusyTimeout = TimeSpan.FromSeconds(1) });
        using var other = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        other.Open();
        using (var transaction = other.BeginTransaction(deferred: false))
        {
            Assert.Equal(
                $"{_database.File}: another process kept the file locked for longer than the BusyTimeout; expected its writes to be short. " +
                "The write was undone whole and can be tried again. Look for a program that holds a transaction open.",
                StorageOfATest.Refusal(() => storage.Enqueue(1)));
        }
        storage.Enqueue(2);
        Assert.Equal(1, storage.GetMonitoringApi().EnqueuedCount("default"));
    }
}
