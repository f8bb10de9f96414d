using Hangfire.Server;
using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Monitoring;

/// <summary>The numbers on the dashboard's first page.</summary>
public static class Statistics
{
    public static void GetStatistics_Empty_IsAllZero(StorageUnderTest storage)
    {
        var statistics = storage.Monitor.GetStatistics();
        Assert.Equal((0, 0, 0, 0, 0, 0),
            (statistics.Enqueued, statistics.Scheduled, statistics.Processing, statistics.Failed, statistics.Succeeded, statistics.Deleted));
        Assert.Equal((0, 0, 0), (statistics.Servers, statistics.Queues, statistics.Recurring));
    }

    public static void GetStatistics_CountsJobsByState(StorageUnderTest storage)
    {
        storage.EnqueueMany(3);
        for (var i = 0; i < 2; i++) storage.NewJob(new ScheduledState(TimeSpan.FromHours(1)));
        storage.NewJob(new SomeState(ProcessingState.StateName));
        for (var i = 0; i < 4; i++) storage.NewJob(new FailedState(new InvalidOperationException()));
        storage.NewJob();
        var statistics = storage.Monitor.GetStatistics();
        Assert.Equal((3, 2, 1, 4), (statistics.Enqueued, statistics.Scheduled, statistics.Processing, statistics.Failed));
    }

    public static void GetStatistics_CountsAwaitingJobs(StorageUnderTest storage)
    {
        for (var i = 0; i < 3; i++) storage.NewJob(new AwaitingState(StorageUnderTest.IdOfNoJob));
        Assert.Equal(3, storage.Monitor.GetStatistics().Awaiting);
    }

    public static void GetStatistics_CountsServersQueuesAndRecurringJobs(StorageUnderTest storage)
    {
        storage.Enqueue(queue: "default");
        storage.Enqueue(queue: "critical");
        storage.Use(connection => connection.AnnounceServer("server:1", new ServerContext { WorkerCount = 1, Queues = ["default"] }));
        storage.Write(transaction => transaction.AddRangeToSet("recurring-jobs", ["a", "b", "c"]));
        var statistics = storage.Monitor.GetStatistics();
        Assert.Equal((1, 2, 3), (statistics.Servers, statistics.Queues, statistics.Recurring));
    }

    public static void GetStatistics_CountsRetries(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddRangeToSet("retries", ["1", "2"]));
        Assert.Equal(2, storage.Monitor.GetStatistics().Retries);
    }

    public static void GetStatistics_SucceededAndDeleted_AreCounters(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            for (var i = 0; i < 5; i++) transaction.IncrementCounter("stats:succeeded");
            for (var i = 0; i < 3; i++) transaction.IncrementCounter("stats:deleted");
            transaction.DecrementCounter("stats:deleted");
        });
        storage.WaitUntil(() => storage.Monitor.GetStatistics() is { Succeeded: 5, Deleted: 2 }, "the counters show in the statistics");
    }
}
