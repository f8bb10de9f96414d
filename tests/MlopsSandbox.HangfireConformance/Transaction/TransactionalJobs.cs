using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Transaction;

/// <summary>Jobs that are created, and parameters that are set, with everything else in one transaction.</summary>
public static class TransactionalJobs
{
    public static void CreateJob_Committed_IsThereWithAllItIs(StorageUnderTest storage)
    {
        var id = string.Empty;
        storage.Write(transaction => id = Create(transaction, ("culture", "de"), ("nothing", null)));
        var data = storage.Read(connection => connection.GetJobData(id));
        Assert.Equal((typeof(Work), 5), (data.Job.Type, (int)data.Job.Args[0]));
        Assert.Equal(("de", null), (data.ParametersSnapshot["culture"], data.ParametersSnapshot["nothing"]));
        Assert.Null(data.State);
        Assert.Equal(DateTime.UtcNow.AddHours(2), storage.Monitor.JobDetails(id).ExpireAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void CreateJob_NotYetCommitted_IsNotThere(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var transaction = StorageUnderTest.Begin(connection);
        var id = Create(transaction);
        Assert.Null(storage.Read(other => other.GetJobData(id)));
        transaction.Commit();
        Assert.NotNull(storage.Read(other => other.GetJobData(id)));
    });

    public static void CreateJob_Dropped_IsNeverThere(StorageUnderTest storage)
    {
        var id = string.Empty;
        storage.WriteAndDrop(transaction => id = Create(transaction));
        Assert.Null(storage.Read(connection => connection.GetJobData(id)));
        Assert.Null(storage.Monitor.JobDetails(id));
    }

    public static void CreateJob_Several_HaveTheirOwnIds(StorageUnderTest storage)
    {
        List<string> ids = [storage.NewJob()];
        storage.Write(transaction => ids.AddRange([Create(transaction), Create(transaction)]));
        storage.WriteAndDrop(transaction => ids.Add(Create(transaction)));
        ids.Add(storage.NewJob());
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    public static void CreateJob_AtTheSameTimeInTwoTransactions_HaveTheirOwnIds(StorageUnderTest storage)
    {
        using var one = storage.Connect();
        using var two = (JobStorageConnection)storage.Neighbour.GetConnection();
        using var first = StorageUnderTest.Begin(one);
        using var second = StorageUnderTest.Begin(two);
        var ids = new[] { Create(first), Create(second), Create(first) };
        second.Commit();
        first.Commit();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.NotNull(storage.Read(connection => connection.GetJobData(id))));
    }

    public static void CreateJob_WithStateAndQueue_IsEnqueuedInOneCommit(StorageUnderTest storage)
    {
        var id = string.Empty;
        storage.Write(transaction =>
        {
            id = Create(transaction);
            transaction.SetJobParameter(id, "late", "1");
            transaction.SetJobState(id, new EnqueuedState());
            transaction.PersistJob(id);
            transaction.AddToQueue("default", id);
        });
        Assert.Equal(id, storage.Fetch().JobId);
        var details = storage.Monitor.JobDetails(id);
        Assert.Equal((EnqueuedState.StateName, "1", null), (details.History[0].StateName, details.Properties["late"], details.ExpireAt));
    }

    public static void CreateJob_QueueOfTheJob_IsKept(StorageUnderTest storage)
    {
        var id = string.Empty;
        storage.Write(transaction =>
            id = transaction.CreateJob(Job.FromExpression<Work>(work => work.Do(1), "critical"), Parameters(), DateTime.UtcNow, TimeSpan.FromHours(1)));
        Assert.Equal("critical", storage.Read(connection => connection.GetJobData(id)).Job.Queue);
    }

    public static void SetJobParameter_New_IsRead(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction => transaction.SetJobParameter(id, "name", "value"));
        Assert.Equal("value", storage.Read(connection => connection.GetJobParameter(id, "name")));
    }

    public static void SetJobParameter_Again_TakesTheNewValue(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("name", "old"), ("other", "kept"));
        storage.Write(transaction => transaction.SetJobParameter(id, "name", "new"));
        storage.Use(connection => Assert.Equal(("new", "kept"), (connection.GetJobParameter(id, "name"), connection.GetJobParameter(id, "other"))));
    }

    public static void SetJobParameter_Null_IsKeptAsNull(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("name", "old"));
        storage.Write(transaction => transaction.SetJobParameter(id, "name", null));
        Assert.Null(storage.Read(connection => connection.GetJobParameter(id, "name")));
    }

    public static void SetJobParameter_NoSuchJob_DoesNothing(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.SetJobParameter(StorageUnderTest.IdOfNoJob, "name", "value"));
        Assert.Null(storage.Read(connection => connection.GetJobParameter(StorageUnderTest.IdOfNoJob, "name")));
    }

    public static void SetJobParameter_Dropped_IsNotSet(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Numbered(1), ("name", "old"));
        storage.WriteAndDrop(transaction => transaction.SetJobParameter(id, "name", "new"));
        Assert.Equal("old", storage.Read(connection => connection.GetJobParameter(id, "name")));
    }

    private static string Create(JobStorageTransaction transaction, params (string Name, string? Value)[] parameters) =>
        transaction.CreateJob(Work.Numbered(5), Parameters(parameters), DateTime.UtcNow, TimeSpan.FromHours(2));

    private static Dictionary<string, string> Parameters(params (string Name, string? Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value!);
}
