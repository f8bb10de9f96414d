namespace MlopsSandbox.HangfireConformance.Monitoring;

/// <summary>One job's page.</summary>
public static class JobDetails
{
    public static void JobDetails_NoSuchJob_IsNull(StorageUnderTest storage)
    {
        Assert.Null(storage.Monitor.JobDetails(StorageUnderTest.IdOfNoJob));
    }

    public static void JobDetails_IdOfAnotherStorage_IsNull(StorageUnderTest storage) => Assert.Null(storage.Monitor.JobDetails("no-number"));

    public static void JobDetails_Fresh_HasNoHistory(StorageUnderTest storage)
    {
        var details = storage.Monitor.JobDetails(storage.NewJob(Work.Numbered(3), ("culture", "de"), ("nothing", null)));
        Assert.Equal((typeof(Work), nameof(Work.Do), 3), (details.Job.Type, details.Job.Method.Name, (int)details.Job.Args[0]));
        Assert.Equal(("de", null), (details.Properties["culture"], details.Properties["nothing"]));
        Assert.Empty(details.History);
        Assert.Equal(DateTime.UtcNow, details.CreatedAt!.Value, TimeSpan.FromMinutes(1));
        Assert.Null(details.LoadException);
    }

    public static void JobDetails_TellInvocationData(StorageUnderTest storage) =>
        Assert.Equal(nameof(Work.Do), storage.Monitor.JobDetails(storage.NewJob()).InvocationData.Method);

    public static void JobDetails_WithStates_ShowsEach(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("First", "because", () => new() { ["Key"] = "value" }));
        storage.Write(transaction => transaction.SetJobState(id, new SomeState("Second")));
        var history = storage.Monitor.JobDetails(id).History;
        Assert.Equal([("Second", null), ("First", "because")], history.Select(entry => (entry.StateName, (string?)entry.Reason)));
        Assert.Equal("value", history[1].Data["Key"]);
        Assert.True(history[0].CreatedAt >= history[1].CreatedAt);
    }

    public static void JobDetails_ThatCanNotBeLoaded_SayWhy(StorageUnderTest storage)
    {
        var details = storage.Monitor.JobDetails(storage.NewJob(Work.Unreadable(), ("name", "value")));
        Assert.IsType<Hangfire.Common.JobLoadException>(details.LoadException);
        Assert.Equal(nameof(Work.TakeUnreadable), details.InvocationData.Method);
    }

    public static void JobDetails_ThatCanNotBeLoaded_ShowTheRest(StorageUnderTest storage)
    {
        var details = storage.Monitor.JobDetails(storage.NewJob(Work.Unreadable(), ("name", "value")));
        Assert.Null(details.Job);
        Assert.Equal("value", details.Properties["name"]);
        Assert.NotNull(details.CreatedAt);
    }
}
