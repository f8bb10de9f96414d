using Hangfire;
using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Server;

/// <summary>Real servers at work: each job once, in order, and its whole story on the dashboard.</summary>
public static class Processing
{
    public static void Enqueue_Runs_AndIsShownAsSucceeded(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        using var server = storage.Serve(work, workers: 2);
        var id = storage.Client.Enqueue<Work>(job => job.DoubleOf(21));
        Assert.Equal([21], work.Runs(1));
        storage.WaitForState(id, SucceededState.StateName);
        var details = storage.Monitor.JobDetails(id);
        Assert.Equal([SucceededState.StateName, ProcessingState.StateName, EnqueuedState.StateName], details.History.Select(entry => entry.StateName));
        Assert.NotNull(details.ExpireAt);
        Assert.Equal("42", storage.Monitor.SucceededJobs(0, 10).Single().Value.Result);
        storage.WaitForServer(() => storage.Monitor.GetStatistics().Succeeded == 1, "one job is counted as succeeded");
        storage.WaitForServer(() => storage.Monitor.SucceededByDatesCount().Values.Sum() == 1, "one job shows in the graph");
        storage.WaitForServer(() => storage.Monitor.FetchedCount("default") == 0, "the job was acknowledged");
    }

    public static void Enqueue_ManyJobsAndWorkers_RunOnceEach(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        using (storage.Serve(work, workers: 4))
        {
            for (var number = 0; number < 100; number++) storage.Client.Enqueue<Work>(job => job.Do(number));
            Assert.Equal(Enumerable.Range(0, 100), work.Runs(100).Order());
            storage.WaitForServer(() => storage.Monitor.SucceededListCount() == 100, "all jobs succeeded");
        }
        Assert.Empty(work.RunTwiceAtOnce);
        Assert.Equal(0, work.MoreRuns);
        Assert.Equal((0, 0), (storage.Monitor.EnqueuedCount("default"), storage.Monitor.FetchedCount("default")));
    }

    public static void Enqueue_TwoServers_RunOnceEach(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        using (storage.Serve(work, workers: 2))
        using (storage.ServeNextDoor(work, workers: 2))
        {
            for (var number = 0; number < 100; number++) storage.Client.Enqueue<Work>(job => job.Do(number));
            Assert.Equal(Enumerable.Range(0, 100), work.Runs(100).Order());
            storage.WaitForServer(() => storage.Monitor.SucceededListCount() == 100, "all jobs succeeded");
        }
        Assert.Empty(work.RunTwiceAtOnce);
        Assert.Equal(0, work.MoreRuns);
    }

    public static void Enqueue_OneWorker_RunsThemInOrder(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        for (var number = 0; number < 20; number++) storage.Client.Enqueue<Work>(job => job.Do(number));
        using var server = storage.Serve(work, workers: 1);
        Assert.Equal(Enumerable.Range(0, 20), work.Runs(20));
    }

    public static void Enqueue_ToANamedQueue_RunsThere(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        var id = storage.Client.Enqueue<Work>("critical", job => job.Do(1));
        Assert.Equal(1, storage.Monitor.EnqueuedCount("critical"));
        using var server = storage.Serve(work, workers: 1, "critical");
        Assert.Equal([1], work.Runs(1));
        storage.WaitForState(id, SucceededState.StateName);
    }

    public static void Server_AnnouncesItselfAndLeaves(StorageUnderTest storage)
    {
        using (storage.Serve(new Work(storage.Patience), workers: 3))
        {
            storage.WaitForServer(() => storage.Monitor.Servers().Count == 1, "the server is listed");
            Assert.Equal(3, storage.Monitor.Servers()[0].WorkersCount);
        }
        Assert.Empty(storage.Monitor.Servers());
    }

    public static void Delete_BeforeItRuns_NeverRuns(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        var deleted = storage.Client.Enqueue<Work>(job => job.Do(1));
        storage.Client.Enqueue<Work>(job => job.Do(2));
        Assert.True(storage.Client.Delete(deleted));
        using (storage.Serve(work, workers: 1)) Assert.Equal([2], work.Runs(1));
        Assert.Equal(deleted, Assert.Single(storage.Monitor.DeletedJobs(0, 10)).Key);
        storage.WaitUntil(() => storage.Monitor.GetStatistics().Deleted == 1, "one job is counted as deleted");
    }

    public static void Requeue_AfterItRan_RunsAgain(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        using var server = storage.Serve(work, workers: 1);
        var id = storage.Client.Enqueue<Work>(job => job.Do(1));
        work.Runs(1);
        storage.WaitForState(id, SucceededState.StateName);
        Assert.True(storage.Client.Requeue(id));
        Assert.Equal([1], work.Runs(1));
        storage.WaitForState(id, SucceededState.StateName);
    }

    public static void Create_WithoutState_NeverRunsByItself(StorageUnderTest storage)
    {
        var id = storage.NewJob(9);
        var work = new Work(storage.Patience);
        using (storage.Serve(work, workers: 1))
        {
            storage.Client.Enqueue<Work>(job => job.Do(1));
            Assert.Equal([1], work.Runs(1));
        }
        Assert.Null(storage.Read(connection => connection.GetJobData(id)).State);
    }
}
