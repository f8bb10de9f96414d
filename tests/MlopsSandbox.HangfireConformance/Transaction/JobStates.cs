using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Transaction;

/// <summary>A job's current state, and the history of all that it had.</summary>
public static class JobStates
{
    public static void SetJobState_BecomesTheCurrentState(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction => transaction.SetJobState(id, new SomeState("Waiting", "for the moon", () => new() { ["Phase"] = "new" })));
        var (job, state, history) = (storage.Read(connection => connection.GetJobData(id)),
            storage.Read(connection => connection.GetStateData(id)), History(storage, id));
        Assert.Equal("Waiting", job.State);
        Assert.Equal(("Waiting", "for the moon", "new"), (state.Name, state.Reason, state.Data["Phase"]));
        Assert.Equal(["Waiting"], history);
    }

    public static void SetJobState_LeavesOtherJobs(StorageUnderTest storage)
    {
        var (mine, other) = (storage.NewJob(), storage.NewJob());
        storage.Write(transaction => transaction.SetJobState(mine, new SomeState("Waiting")));
        Assert.Null(storage.Read(connection => connection.GetJobData(other)).State);
        Assert.Empty(History(storage, other));
    }

    public static void SetJobState_Repeatedly_HistoryIsNewestFirst(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("First"));
        storage.Write(transaction => transaction.SetJobState(id, new SomeState("Second")));
        storage.Write(transaction => transaction.SetJobState(id, new SomeState("Third")));
        Assert.Equal(["Third", "Second", "First"], History(storage, id));
    }

    public static void SetJobState_WithoutReasonAndData_IsKept(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Bare", reason: null, data: () => null));
        var entry = Assert.Single(storage.Monitor.JobDetails(id).History);
        Assert.Equal(("Bare", null), (entry.StateName, entry.Reason));
        Assert.Empty(entry.Data ?? new Dictionary<string, string>());
    }

    public static void SetJobState_DataWithNullValue_IsKept(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Waiting", data: () => new() { ["Nothing"] = null!, ["Something"] = "x" }));
        var data = storage.Read(connection => connection.GetStateData(id)).Data;
        Assert.Equal(("x", null), (data["Something"], data["Nothing"]));
    }

    public static void SetJobState_NoSuchJob_DoesNothing(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.SetJobState(StorageUnderTest.IdOfNoJob, new SomeState("Waiting")));
        Assert.Null(storage.Read(connection => connection.GetJobData(StorageUnderTest.IdOfNoJob)));
    }

    public static void SetJobState_Dated_Now(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Waiting"));
        var at = Assert.Single(storage.Monitor.JobDetails(id).History).CreatedAt;
        Assert.Equal(DateTime.UtcNow, at, TimeSpan.FromMinutes(1));
    }

    public static void AddJobState_OnlyAddsToTheHistory(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Current"));
        storage.Write(transaction => transaction.AddJobState(id, new SomeState("Passed", "by the way", () => new() { ["Key"] = "value" })));
        Assert.Equal("Current", storage.Read(connection => connection.GetJobData(id)).State);
        Assert.Equal("Current", storage.Read(connection => connection.GetStateData(id)).Name);
        var entry = storage.Monitor.JobDetails(id).History[0];
        Assert.Equal(("Passed", "by the way", "value"), (entry.StateName, entry.Reason, entry.Data["Key"]));
    }

    public static void AddJobState_OfAJobWithoutState_LeavesItWithout(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction => transaction.AddJobState(id, new SomeState("Passed")));
        Assert.Null(storage.Read(connection => connection.GetJobData(id)).State);
        Assert.Equal(["Passed"], History(storage, id));
    }

    public static void AddJobState_WithoutReasonAndData_IsKept(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction => transaction.AddJobState(id, new SomeState("Bare")));
        Assert.Equal(["Bare"], History(storage, id));
    }

    public static void AddJobState_NoSuchJob_DoesNothing(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddJobState(StorageUnderTest.IdOfNoJob, new SomeState("Passed")));
        Assert.Null(storage.Monitor.JobDetails(StorageUnderTest.IdOfNoJob));
    }

    public static void SetJobState_MovesTheJobBetweenLists(StorageUnderTest storage)
    {
        var id = storage.NewJob(new ScheduledState(TimeSpan.FromHours(1)));
        Assert.Equal((1, 0), (storage.Monitor.ScheduledCount(), storage.Monitor.DeletedListCount()));
        storage.Write(transaction => transaction.SetJobState(id, new DeletedState()));
        Assert.Equal((0, 1), (storage.Monitor.ScheduledCount(), storage.Monitor.DeletedListCount()));
    }

    private static string[] History(StorageUnderTest storage, string id) => [.. storage.Monitor.JobDetails(id).History.Select(entry => entry.StateName)];
}
