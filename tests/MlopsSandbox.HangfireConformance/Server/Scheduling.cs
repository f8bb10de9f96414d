using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Server;

/// <summary>Jobs that run later: at a time, after another job, again and again.</summary>
public static class Scheduling
{
    public static void Schedule_TimeHasCome_RunsOnce(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        for (var number = 0; number < 5; number++) storage.Client.Schedule<Work>(job => job.Do(number), DateTimeOffset.UtcNow.AddMinutes(-1));
        using (storage.Serve(work, workers: 2))
        using (storage.ServeNextDoor(work, workers: 2))
        {
            Assert.Equal([0, 1, 2, 3, 4], work.Runs(5).Order());
            storage.WaitForServer(() => storage.Monitor.SucceededListCount() == 5, "all jobs succeeded");
        }
        Assert.Equal(0, work.MoreRuns);
        Assert.Equal(0, storage.Read(connection => connection.GetSetCount("schedule")));
    }

    public static void Schedule_TimeIsToCome_Waits(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        var id = storage.Client.Schedule<Work>(job => job.Do(1), TimeSpan.FromHours(1));
        storage.Client.Schedule<Work>(job => job.Do(2), TimeSpan.FromSeconds(-1));
        using (storage.Serve(work, workers: 1)) Assert.Equal([2], work.Runs(1));
        Assert.Equal(ScheduledState.StateName, storage.Read(connection => connection.GetJobData(id)).State);
        Assert.Equal(id, Assert.Single(storage.Monitor.ScheduledJobs(0, 10)).Key);
    }

    public static void ContinueJobWith_RunsAfterItsParent(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        var parent = storage.Client.Enqueue<Work>(job => job.Do(1));
        var child = storage.Client.ContinueJobWith<Work>(parent, job => job.Do(2));
        storage.Client.ContinueJobWith<Work>(child, job => job.Do(3));
        Assert.Equal(AwaitingState.StateName, storage.Read(connection => connection.GetJobData(child)).State);
        using (storage.Serve(work, workers: 2)) Assert.Equal([1, 2, 3], work.Runs(3));
        Assert.Equal(0, work.MoreRuns);
    }

    public static void ContinueJobWith_ParentHasEnded_RunsAtOnce(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        using var server = storage.Serve(work, workers: 1);
        var parent = storage.Client.Enqueue<Work>(job => job.Do(1));
        work.Runs(1);
        storage.WaitForState(parent, SucceededState.StateName);
        storage.Client.ContinueJobWith<Work>(parent, job => job.Do(2));
        Assert.Equal([2], work.Runs(1));
    }

    public static void RecurringJob_Triggered_Runs(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        var recurring = new RecurringJobManager(storage.Storage);
        recurring.AddOrUpdate<Work>("nightly", job => job.Do(7), Cron.Yearly);
        Assert.Equal(1, storage.Monitor.GetStatistics().Recurring);
        using var server = storage.Serve(work, workers: 1);
        recurring.TriggerJob("nightly");
        Assert.Equal([7], work.Runs(1));
        recurring.RemoveIfExists("nightly");
        Assert.Equal(0, storage.Monitor.GetStatistics().Recurring);
        Assert.Null(storage.Read(connection => connection.GetAllEntriesFromHash("recurring-job:nightly")));
    }

    public static void RecurringJob_Due_RunsOnceWithTwoServers(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        for (var number = 0; number < 10; number++) MakeDue(storage, number);
        using (storage.Serve(work, workers: 2))
        using (storage.ServeNextDoor(work, workers: 2))
        {
            Assert.Equal(Enumerable.Range(0, 10), work.Runs(10).Order());
            storage.WaitForServer(() => storage.Monitor.SucceededListCount() == 10, "all jobs succeeded");
        }
        Assert.Equal(0, work.MoreRuns);
        Assert.Equal(0, storage.Monitor.EnqueuedCount("default"));
        Assert.All(Enumerable.Range(0, 10),
            number => Assert.NotNull(storage.Read(connection => connection.GetValueFromHash($"recurring-job:{number}", "LastJobId"))));
    }

    /// <summary>A job that runs once a year, and whose time has just come.</summary>
    private static void MakeDue(StorageUnderTest storage, int number)
    {
        new RecurringJobManager(storage.Storage).AddOrUpdate<Work>($"{number}", job => job.Do(number), Cron.Yearly);
        var due = DateTime.UtcNow.AddSeconds(-1);
        storage.Write(transaction =>
        {
            transaction.SetRangeInHash($"recurring-job:{number}",
            [
                KeyValuePair.Create("LastExecution", JobHelper.SerializeDateTime(due.AddYears(-1))),
                KeyValuePair.Create("NextExecution", JobHelper.SerializeDateTime(due)),
            ]);
            transaction.AddToSet("recurring-jobs", $"{number}", JobHelper.ToTimestamp(due));
        });
    }
}
