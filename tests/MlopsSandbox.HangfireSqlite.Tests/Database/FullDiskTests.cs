using Hangfire;
using Hangfire.States;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>A disk that gets full while servers work, and is freed again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly SlowWork _work = new();

    public void Dispose()
    {
        _work.MayEnd.Set();
        _database.Dispose();
    }

    private static string NoRoom(string file) =>
        $"{file}: no room is left on its disk; expected room for a write, which was undone whole. Make room: servers then go on by themselves.";

    private static void Limit(SqliteStorage storage, long pages) =>
        storage.Database.Write(session => session.Scalar<long>($"PRAGMA max_page_count = {pages}"));

    private static string FirstRefusal(SqliteStorage storage, List<string> enqueued) => StorageOfATest.Refusal(() =>
    {
        while (true) enqueued.Add(storage.Enqueue(enqueued.Count));
    });

    private static void AssertAllSucceeded(JobStorage storage, List<string> enqueued) => Assert.All(enqueued,
        id => Assert.Equal(SucceededState.StateName, storage.GetMonitoringApi().JobDetails(id).History[0].StateName));

    [Fact]
    public void Enqueue_GreatestSizeReached_UndoneWholeAndGoesOnWithMoreRoom()
    {
        var storage = _database.Open();
        storage.Enqueue(0);
        Limit(storage, pages: 60);
        List<string> enqueued = [];
        Assert.Equal(NoRoom(_database.File), FirstRefusal(storage, enqueued));
        Assert.Equal(enqueued.Count + 1, storage.GetMonitoringApi().EnqueuedCount("default"));
        Assert.Empty(storage.CheckIntegrity());

        Limit(storage, pages: 100_000);
        storage.Enqueue(1);
        Assert.Equal(enqueued.Count + 2, storage.GetMonitoringApi().EnqueuedCount("default"));
    }

    [SmallDiskFact]
    public void Server_DiskFullAndFreed_GoesOnAndLosesNothing()
    {
        using var disk = new SmallDisk();
        var file = Path.Combine(disk.Folder, "hangfire.db");
        using var storage = new SqliteStorage(file, new SqliteStorageOptions { DeadProcessCheckInterval = TimeSpan.FromMilliseconds(50) });
        List<string> enqueued = [];
        for (var number = 0; number < 20; number++) enqueued.Add(storage.Enqueue(number));
        using (_work.Serve(storage, workers: 2))
        {
            _work.HaveBegun.Wait(StorageOfATest.Patience);
            disk.Fill();
            Assert.Equal(NoRoom(file), FirstRefusal(storage, enqueued));
            _work.MayEnd.Set();         // Two jobs end now, and can't be acknowledged.
            for (var again = 0; again < 50; again++) Assert.Equal(NoRoom(file), FirstRefusal(storage, enqueued));
            disk.MakeRoom();
            SpinWait.SpinUntil(() => storage.GetMonitoringApi().SucceededListCount() == enqueued.Count, StorageOfATest.Patience);
        }
        AssertAllSucceeded(storage, enqueued);
        Assert.Empty(_work.RunTwiceAtOnce);
        Assert.Empty(storage.CheckIntegrity());
    }

    [SmallDiskFact]
    public void Open_DiskFull_Refused()
    {
        using var disk = new SmallDisk();
        disk.Fill();
        var file = Path.Combine(disk.Folder, "hangfire.db");
        Assert.Equal(NoRoom(file), StorageOfATest.Refusal(() => new SqliteStorage(file).Dispose()));
        disk.MakeRoom();
        using var storage = new SqliteStorage(file);
        storage.Enqueue(1);
    }

    private sealed class SlowWork : Work
    {
        public CountdownEvent HaveBegun { get; } = new(2);
        public ManualResetEventSlim MayEnd { get; } = new();

        public override void Do(int number)
        {
            if (!HaveBegun.IsSet) HaveBegun.Signal();
            MayEnd.Wait();
            base.Do(number);
        }
    }
}
