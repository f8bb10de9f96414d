using Hangfire;
using Hangfire.States;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>Real Hangfire servers on a file.</summary>
public sealed class ServerTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly Work _work = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Enqueue_ManyWorkers_EachJobRunsOnce()
    {
        var storage = _database.Open();
        using (_work.Serve(storage, workers: 12))
        {
            for (var number = 0; number < 300; number++) storage.Enqueue(number);
            Assert.Equal(Enumerable.Range(0, 300), _work.Runs(300).Order());
        }
        Assert.Empty(_work.RunTwiceAtOnce);
        Assert.Equal(0, _work.MoreRuns);
        Assert.Equal(300, storage.GetMonitoringApi().SucceededListCount());
        Assert.Equal(0, storage.GetMonitoringApi().FetchedCount("default"));
    }

    [Fact]
    public void Enqueue_TwoServersOnOneFile_EachJobRunsOnce()
    {
        var (client, first, second) = (_database.Open(), _database.Open(), _database.Open());
        using (_work.Serve(first, workers: 4))
        using (_work.Serve(second, workers: 4))
        {
            Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, number => client.Enqueue(number));
            Assert.Equal(Enumerable.Range(0, 200), _work.Runs(200).Order());
        }
        Assert.Empty(_work.RunTwiceAtOnce);
        Assert.Equal(0, _work.MoreRuns);
        Assert.Equal(200, client.GetMonitoringApi().SucceededListCount());
    }

    [Fact]
    public void Enqueue_OneWorker_FirstInFirstOut()
    {
        var storage = _database.Open();
        for (var number = 0; number < 50; number++) storage.Enqueue(number);
        using var server = _work.Serve(storage, workers: 1);
        Assert.Equal(Enumerable.Range(0, 50), _work.Runs(50));
    }

    [Fact]
    public void FetchedJob_ProcessKilled_RunsInAnotherServerAtOnce()
    {
        var storage = _database.Open();
        var id = storage.Enqueue(7);
        using (var process = new HangingProcess(_database.File))
        {
            process.AwaitBegin(7);
            using var server = _work.Serve(storage, workers: 2);
            Assert.Equal(1, storage.GetMonitoringApi().FetchedCount("default"));
            process.Kill();
            Assert.Equal([7], _work.Runs(1));
        }
        Assert.Equal(SucceededState.StateName, storage.GetMonitoringApi().JobDetails(id).History[0].StateName);
        Assert.Empty(Directory.GetFiles(_database.Folder, "*-owner-*").Except([$"{_database.File}-owner-{storage.Presence().Token}"]));
    }

    [Fact]
    public void Schedule_TimeHasCome_Runs()
    {
        var storage = _database.Open();
        using var server = _work.Serve(storage, workers: 1);
        new BackgroundJobClient(storage).Schedule<Work>(work => work.Do(3), TimeSpan.FromMilliseconds(1));
        Assert.Equal([3], _work.Runs(1));
    }

    [Fact]
    public void ContinueJobWith_ParentSucceeded_RunsAfterIt()
    {
        var storage = _database.Open();
        var client = new BackgroundJobClient(storage);
        var parent = client.Enqueue<Work>(work => work.Do(1));
        client.ContinueJobWith<Work>(parent, work => work.Do(2));
        using var server = _work.Serve(storage, workers: 2);
        Assert.Equal([1, 2], _work.Runs(2));
    }

    [Fact]
    public void RecurringJob_Triggered_Runs()
    {
        var storage = _database.Open();
        using var server = _work.Serve(storage, workers: 1);
        var recurring = new RecurringJobManager(storage);
        recurring.AddOrUpdate<Work>("nightly", work => work.Do(5), Cron.Yearly);
        recurring.Trigger("nightly");
        Assert.Equal([5], _work.Runs(1));
        Assert.Equal(1, storage.GetMonitoringApi().GetStatistics().Recurring);
    }

    [Fact]
    public void Create_QueueOfTheJob_RunsThere()
    {
        var storage = _database.Open();
        using var server = _work.Serve(storage, workers: 1, "urgent");
        new BackgroundJobClient(storage).Enqueue<Work>("urgent", work => work.Do(9));
        Assert.Equal([9], _work.Runs(1));
    }
}
