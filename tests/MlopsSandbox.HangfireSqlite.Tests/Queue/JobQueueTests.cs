using Microsoft.Extensions.Time.Testing;

namespace MlopsSandbox.HangfireSqlite.Tests.Queue;

public sealed class JobQueueTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Dequeue_TwoStorages_NeverTheSameJob()
    {
        var (one, other) = (_database.Open(), _database.Open());
        var first = one.Enqueue(1);
        var second = one.Enqueue(2);
        using var fetched = other.Fetch();
        using var next = one.Fetch();
        Assert.Equal((first, second), (fetched.JobId, next.JobId));
        Assert.True(other.HasNothingToFetch());
    }

    [Fact]
    public void RemoveFromQueue_NeverFetchedAgain()
    {
        var storage = _database.Open();
        storage.Enqueue(1);
        using (var fetched = storage.Fetch()) fetched.RemoveFromQueue();
        Assert.True(storage.HasNothingToFetch());
        Assert.True(_database.Open().HasNothingToFetch());
    }

    [Fact]
    public void RemoveFromQueue_InATransaction_OnlyWhenCommitted()
    {
        var storage = _database.Open();
        var id = storage.Enqueue(1);
        using (var dropped = storage.Fetch())
        using (var connection = storage.GetConnection())
        using (var transaction = (Hangfire.Storage.JobStorageTransaction)connection.CreateWriteTransaction())
        {
            transaction.RemoveFromQueue(dropped);
        }
        using (var fetched = storage.Fetch())
        {
            Assert.Equal(id, fetched.JobId);
            storage.Write(transaction => transaction.RemoveFromQueue(fetched));
        }
        Assert.True(storage.HasNothingToFetch());
    }

    [Fact]
    public void Dispose_NotAcknowledged_BackAtItsPlace()
    {
        var storage = _database.Open();
        var first = storage.Enqueue(1);
        storage.Enqueue(2);
        storage.Fetch().Dispose();
        using var again = storage.Fetch();
        Assert.Equal(first, again.JobId);
    }

    [Fact]
    public void Dequeue_SeveralQueues_FirstNamedFirst()
    {
        var storage = _database.Open();
        storage.Enqueue(1, "default");
        var urgent = storage.Enqueue(2, "urgent");
        using var fetched = storage.Fetch("urgent", "default");
        Assert.Equal(urgent, fetched.JobId);
    }

    [Fact]
    public async Task Dequeue_OtherProcessEnqueues_IsWoken()
    {
        var (waiting, client) = (_database.Open(), _database.Open());
        var fetching = Task.Run(() => waiting.Fetch());
        var id = client.Enqueue(1);
        using var fetched = await fetching;
        Assert.Equal(id, fetched.JobId);
    }

    [Fact]
    public void Dequeue_Cancelled_Throws()
    {
        using var connection = _database.Open().GetConnection();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => connection.FetchNextJob(StorageOfATest.DefaultQueue, cancelled.Token));
    }

    [Fact]
    public void FetchedJob_OwnersLockFileFree_FetchedByAnotherAtOnce()
    {
        var (dead, alive) = (_database.Open(), _database.Open());
        var id = dead.Enqueue(1);
        var lost = dead.Fetch();
        Assert.True(alive.HasNothingToFetch());

        dead.Presence().Dispose();
        using var fetched = alive.Fetch();
        Assert.Equal(id, fetched.JobId);

        lost.RemoveFromQueue();     // A late acknowledgement must not take the job from its new owner.
        Assert.Equal(1, alive.GetMonitoringApi().FetchedCount("default"));
    }

    [Fact]
    public void FetchedJob_StorageDisposed_FetchedByAnotherAtOnce()
    {
        var (leaving, staying) = (_database.Open(), _database.Open());
        leaving.Enqueue(1);
        leaving.Fetch();
        leaving.Dispose();
        using var fetched = staying.Fetch();
        Assert.NotEmpty(Directory.GetFiles(_database.Folder, $"*-owner-{staying.Presence().Token}"));
        Assert.Single(Directory.GetFiles(_database.Folder, "*-owner-*"));
    }

    [Fact]
    public void FetchedJob_OwnerVisiblyAlive_KeptWhateverTheClockSays()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var owner = _database.Open();
        var impatient = _database.Open(new SqliteStorageOptions { TimeProvider = time });
        owner.Enqueue(1);
        using var fetched = owner.Fetch();
        time.Advance(TimeSpan.FromDays(1));
        Assert.True(impatient.HasNothingToFetch());
    }

    [Fact]
    public void FetchedJob_NoLockFiles_FetchedByAnotherWhenTimeIsUp()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var frozen = _database.Open(new SqliteStorageOptions { UseProcessLockFiles = false });
        var other = _database.Open(new SqliteStorageOptions { UseProcessLockFiles = false, TimeProvider = time });
        var id = frozen.Enqueue(1);
        using var lost = frozen.Fetch();
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.True(other.HasNothingToFetch());
        time.Advance(TimeSpan.FromMinutes(2));
        using var fetched = other.Fetch();
        Assert.Equal(id, fetched.JobId);
    }

    [Fact]
    public void FetchedJob_OtherCannotSeeLocks_NotTakenAsDead()
    {
        var owner = _database.Open();
        var blind = _database.Open(new SqliteStorageOptions { UseProcessLockFiles = false });
        owner.Enqueue(1);
        using var fetched = owner.Fetch();
        owner.Presence().Dispose();     // To the blind one, a free lock says nothing.
        Assert.True(blind.HasNothingToFetch());
    }

    [Fact]
    public void FetchedJob_NoLockFilesButRenewed_Kept()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var options = new SqliteStorageOptions { UseProcessLockFiles = false, TimeProvider = time };
        var (owner, other) = (_database.Open(options), _database.Open(options));
        owner.Enqueue(1);
        using var fetched = owner.Fetch();
        for (var minute = 0; minute < 30; minute++) time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(other.HasNothingToFetch());
    }
}
