using Hangfire;
using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Server;

/// <summary>Jobs that fail.</summary>
public static class Retrying
{
    public static void Failing_ForATime_IsTriedAgainUntilItSucceeds(StorageUnderTest storage)
    {
        var work = new Work(storage.Patience);
        using var server = storage.Serve(work, workers: 1);
        var id = storage.Client.Enqueue<Work>(job => job.FailThenDo(5, 2));
        Assert.Equal([5], work.Runs(1));
        storage.WaitForState(id, SucceededState.StateName);
        Assert.Equal("2", storage.Read(connection => connection.GetJobParameter(id, "RetryCount")));
        Assert.Equal(2, storage.Monitor.JobDetails(id).History.Count(entry => entry.StateName == FailedState.StateName));
    }

    public static void Failing_ForGood_IsShownAsFailed(StorageUnderTest storage)
    {
        using var server = storage.Serve(new Work(storage.Patience), workers: 1);
        var id = storage.Client.Enqueue(() => Work.Fail());
        storage.WaitForState(id, FailedState.StateName);
        var shown = Assert.Single(storage.Monitor.FailedJobs(0, 10));
        Assert.Equal((id, "never"), (shown.Key, shown.Value.ExceptionMessage));
        Assert.Equal(1, storage.Monitor.FailedCount());
        storage.WaitForServer(() => storage.Monitor.FailedByDatesCount().Values.Sum() == 1, "one failure shows in the graph");
        Assert.Null(storage.Monitor.JobDetails(id).ExpireAt);
    }
}
