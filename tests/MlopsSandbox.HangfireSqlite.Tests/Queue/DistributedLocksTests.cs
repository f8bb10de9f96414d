using Hangfire.Storage;
using Microsoft.Extensions.Time.Testing;

namespace MlopsSandbox.HangfireSqlite.Tests.Queue;

public sealed class DistributedLocksTests : IDisposable
{
    private static readonly TimeSpan NoWait = TimeSpan.Zero;
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Acquire_HeldByAnother_TimesOut()
    {
        using var mine = _database.Open().GetConnection();
        using var theirs = _database.Open().GetConnection();
        using var held = mine.AcquireDistributedLock("champion", NoWait);
        var refused = Assert.Throws<DistributedLockTimeoutException>(() => theirs.AcquireDistributedLock("champion", TimeSpan.FromMilliseconds(20)));
        Assert.Equal("champion", refused.Resource);
        using var another = theirs.AcquireDistributedLock("challenger", NoWait);
    }

    [Fact]
    public async Task Acquire_ReleasedByAnother_Succeeds()
    {
        using var mine = _database.Open().GetConnection();
        using var theirs = _database.Open().GetConnection();
        var held = mine.AcquireDistributedLock("champion", NoWait);
        var waiting = Task.Run(() => theirs.AcquireDistributedLock("champion", StorageOfATest.Patience));
        held.Dispose();
        using var acquired = await waiting;
        Assert.Throws<DistributedLockTimeoutException>(() => mine.AcquireDistributedLock("champion", NoWait));
    }

    [Fact]
    public void Acquire_TwiceByOneConnection_FreeAfterBothAreDisposed()
    {
        var storage = _database.Open();
        using var mine = storage.GetConnection();
        using var theirs = storage.GetConnection();
        var outer = mine.AcquireDistributedLock("champion", NoWait);
        mine.AcquireDistributedLock("champion", NoWait).Dispose();
        Assert.Throws<DistributedLockTimeoutException>(() => theirs.AcquireDistributedLock("champion", NoWait));
        outer.Dispose();
        using var acquired = theirs.AcquireDistributedLock("champion", NoWait);
    }

    [Fact]
    public void Acquire_ManyThreadsOverTwoStorages_OneAtATime()
    {
        SqliteStorage[] storages = [_database.Open(), _database.Open()];
        var (inside, most, entered) = (0, 0, 0);
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 6 }, turn =>
        {
            using var connection = storages[turn % 2].GetConnection();
            using var acquired = connection.AcquireDistributedLock("champion", StorageOfATest.Patience);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.SpinWait(100_000);       // Long enough for another to come in, were it let in.
            entered++;
            Interlocked.Decrement(ref inside);
        });
        Assert.Equal((1, 60), (most, entered));
    }

    [Fact]
    public void Acquire_OwnersProcessDead_Succeeds()
    {
        var dead = _database.Open();
        using var theirs = dead.GetConnection();
        using var abandoned = theirs.AcquireDistributedLock("champion", NoWait);
        dead.Presence().Dispose();
        using var mine = _database.Open().GetConnection();
        using var acquired = mine.AcquireDistributedLock("champion", NoWait);
    }

    [Fact]
    public void AcquireInTransaction_Committed_FreeAgain()
    {
        var storage = _database.Open();
        using var theirs = storage.GetConnection();
        storage.Write(transaction =>
        {
            transaction.AcquireDistributedLock("champion", NoWait);
            Assert.Throws<DistributedLockTimeoutException>(() => theirs.AcquireDistributedLock("champion", NoWait));
        });
        using var acquired = theirs.AcquireDistributedLock("champion", NoWait);
    }

    [Fact]
    public void Acquire_HeldByAnotherProcess_TimesOutUntilItLetsGo()
    {
        using var process = new LockingProcess(_database.File, "champion");
        using var mine = _database.Open().GetConnection();
        Assert.Throws<DistributedLockTimeoutException>(() => mine.AcquireDistributedLock("champion", NoWait));
        using var another = mine.AcquireDistributedLock("challenger", NoWait);
        process.Release();
        using var acquired = mine.AcquireDistributedLock("champion", NoWait);
    }

    [Fact]
    public void Acquire_OtherProcessKilled_SucceedsWithoutWaitingForATimeout()
    {
        using var process = new LockingProcess(_database.File, "champion");
        process.Kill();
        using var mine = _database.Open().GetConnection();
        using var acquired = mine.AcquireDistributedLock("champion", StorageOfATest.Patience);
    }

    [Fact]
    public void Acquire_AnotherStorageOfTheProcessClosed_StillHeld()
    {
        using var mine = _database.Open().GetConnection();
        using var held = mine.AcquireDistributedLock("champion", NoWait);
        var closed = _database.Open();
        using (closed.GetConnection().AcquireDistributedLock("challenger", NoWait)) closed.Dispose();
        Assert.Throws<DistributedLockTimeoutException>(() => _database.Open().GetConnection().AcquireDistributedLock("champion", NoWait));
    }

    [Fact]
    public void Acquire_WithoutLockFiles_OneHolderUntilItsTimeIsOver()
    {
        var (now, later) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new FakeTimeProvider(DateTimeOffset.UtcNow + TimeSpan.FromDays(1)));
        using var theirs = _database.Open(WithoutLockFiles(now)).GetConnection();
        using var abandoned = theirs.AcquireDistributedLock("champion", NoWait);
        using var mine = _database.Open(WithoutLockFiles(now)).GetConnection();
        Assert.Throws<DistributedLockTimeoutException>(() => mine.AcquireDistributedLock("champion", NoWait));
        using var tomorrow = _database.Open(WithoutLockFiles(later)).GetConnection();
        using var acquired = tomorrow.AcquireDistributedLock("champion", NoWait);
    }

    private static SqliteStorageOptions WithoutLockFiles(TimeProvider time) => new() { UseProcessLockFiles = false, TimeProvider = time };
}
