using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>A job, its parameters and its state, read by id.</summary>
public static class JobReading
{
    public static void GetJobData_NoSuchJob_IsNull(StorageUnderTest storage) =>
        Assert.Null(storage.Read(connection => connection.GetJobData(StorageUnderTest.IdOfNoJob)));

    public static void GetJobData_IdOfAnotherStorage_IsNull(StorageUnderTest storage) =>
        Assert.Null(storage.Read(connection => connection.GetJobData("no-number")));

    public static void GetJobData_WithState_NamesIt(StorageUnderTest storage)
    {
        var id = storage.NewJob(new ScheduledState(TimeSpan.FromHours(1)));
        var data = storage.Read(connection => connection.GetJobData(id));
        Assert.Equal(ScheduledState.StateName, data.State);
        Assert.Equal(nameof(Work.Do), data.Job.Method.Name);
    }

    public static void GetJobData_TellsParameters(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("one", "1"), ("none", null), ("two", "2"));
        var parameters = storage.Read(connection => connection.GetJobData(id)).ParametersSnapshot;
        Assert.Equal([("none", null), ("one", "1"), ("two", "2")], parameters.Select(pair => (pair.Key, (string?)pair.Value)).Order());
    }

    public static void GetJobData_TellsInvocationData(StorageUnderTest storage)
    {
        var data = storage.Read(connection => connection.GetJobData(storage.NewJob(Work.Numbered(4)))).InvocationData;
        Assert.Contains(nameof(Work), data.Type, StringComparison.Ordinal);
        Assert.Equal((nameof(Work.Do), "[\"4\"]"), (data.Method, data.Arguments));
    }

    public static void GetJobData_ThatCanNotBeLoaded_StillTellsInvocationData(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Unreadable(), ("name", "value"));
        var data = storage.Read(connection => connection.GetJobData(id));
        Assert.Equal((nameof(Work.TakeUnreadable), "value"), (data.InvocationData.Method, data.ParametersSnapshot["name"]));
    }

    public static void GetStateData_NoSuchJob_IsNull(StorageUnderTest storage) =>
        Assert.Null(storage.Read(connection => connection.GetStateData(StorageUnderTest.IdOfNoJob)));

    public static void GetStateData_IdOfAnotherStorage_IsNull(StorageUnderTest storage) =>
        Assert.Null(storage.Read(connection => connection.GetStateData("no-number")));

    public static void GetStateData_WithState_TellsNameReasonAndData(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Waiting", "for the moon", () => new() { ["Phase"] = "new", ["Nights"] = "3" }));
        var state = storage.Read(connection => connection.GetStateData(id));
        Assert.Equal(("Waiting", "for the moon"), (state.Name, state.Reason));
        Assert.Equal([("Nights", "3"), ("Phase", "new")], state.Data.Select(pair => (pair.Key, pair.Value)).Order());
    }

    public static void GetStateData_AfterAnotherState_TellsTheLatest(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("First"));
        storage.Write(transaction => transaction.SetJobState(id, new SomeState("Second")));
        Assert.Equal("Second", storage.Read(connection => connection.GetStateData(id)).Name);
    }

    public static void GetStateData_WithoutReasonAndData_TellsTheName(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Bare"));
        var state = storage.Read(connection => connection.GetStateData(id));
        Assert.Equal(("Bare", null), (state.Name, state.Reason));
        Assert.Empty(state.Data ?? new Dictionary<string, string>());
    }

    public static void GetStateData_KeyInAnotherCase_IsFound(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Waiting", data: () => new() { ["phase"] = "new" }));
        Assert.Equal("new", storage.Read(connection => connection.GetStateData(id)).Data["Phase"]);
    }

    public static void GetJobParameter_NoSuchJobOrName_IsNull(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("known", "value"));
        storage.Use(connection =>
        {
            Assert.Null(connection.GetJobParameter(StorageUnderTest.IdOfNoJob, "known"));
            Assert.Null(connection.GetJobParameter(id, "unknown"));
            Assert.Equal("value", connection.GetJobParameter(id, "known"));
        });
    }

    public static void GetJobParameter_IdOfAnotherStorage_IsNull(StorageUnderTest storage) =>
        Assert.Null(storage.Read(connection => connection.GetJobParameter("no-number", "name")));

    public static void SetJobParameter_New_IsRead(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Use(connection => connection.SetJobParameter(id, "culture", "\"de-DE\""));
        Assert.Equal("\"de-DE\"", storage.Read(connection => connection.GetJobParameter(id, "culture")));
        Assert.Equal("\"de-DE\"", storage.Monitor.JobDetails(id).Properties["culture"]);
    }

    public static void SetJobParameter_Again_TakesTheNewValue(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("name", "old"), ("other", "kept"));
        storage.Use(connection =>
        {
            connection.SetJobParameter(id, "name", "new");
            Assert.Equal(("new", "kept"), (connection.GetJobParameter(id, "name"), connection.GetJobParameter(id, "other")));
        });
    }

    public static void SetJobParameter_Null_IsKeptAsNull(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("name", "old"));
        storage.Use(connection => connection.SetJobParameter(id, "name", null!));
        Assert.Null(storage.Read(connection => connection.GetJobParameter(id, "name")));
    }

    public static void SetJobParameter_OfAnotherJob_LeavesThisOne(StorageUnderTest storage)
    {
        var (mine, other) = (storage.NewJob(Work.Numbered(1), ("name", "mine")), storage.NewJob());
        storage.Use(connection => connection.SetJobParameter(other, "name", "other"));
        Assert.Equal("mine", storage.Read(connection => connection.GetJobParameter(mine, "name")));
    }

    public static void SetJobParameter_NoSuchJob_DoesNothing(StorageUnderTest storage)
    {
        storage.Use(connection => connection.SetJobParameter(StorageUnderTest.IdOfNoJob, "name", "value"));
        Assert.Null(storage.Read(connection => connection.GetJobParameter(StorageUnderTest.IdOfNoJob, "name")));
    }
}
