using Hangfire.States;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Transaction;

/// <summary>All of a transaction, or nothing.</summary>
public static class Atomicity
{
    public static void Commit_Nothing_IsFine(StorageUnderTest storage)
    {
        storage.Write(_ => { });
        Assert.Equal(0, storage.Monitor.GetStatistics().Queues);
    }

    public static void Dispose_WithoutCommit_WritesNothing(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.WriteAndDrop(transaction => WriteEverything(transaction, id));
        AssertNothingWritten(storage, id);
    }

    public static void Write_BeforeTheCommit_IsNotSeen(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Use(connection =>
        {
            using var transaction = StorageUnderTest.Begin(connection);
            WriteEverything(transaction, id);
            AssertNothingWritten(storage, id);
            transaction.Commit();
        });
        AssertEverythingWritten(storage, id);
    }

    public static void Write_Committed_IsSeenAtOnceByAll(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction => WriteEverything(transaction, id));
        AssertEverythingWritten(storage, id);
        using var elsewhere = (JobStorageConnection)storage.Neighbour.GetConnection();
        Assert.Equal((EnqueuedState.StateName, "1"), (elsewhere.GetJobData(id).State, elsewhere.GetValueFromHash("hash", "field")));
    }

    public static void Failure_InTheMiddle_WritesNothing(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        var broken = new SomeState("Broken", data: () => throw new InvalidOperationException("a state of the program's own that fails"));
        Assert.Throws<InvalidOperationException>(() => storage.Write(transaction =>
        {
            WriteEverything(transaction, id);
            transaction.SetJobState(id, broken);
            transaction.IncrementCounter("after");
        }));
        AssertNothingWritten(storage, id);
        Assert.Equal(0, storage.Read(connection => connection.GetCounter("after")));
    }

    public static void Failure_OfOneTransaction_LeavesTheStorageUsable(StorageUnderTest storage)
    {
        Failure_InTheMiddle_WritesNothing(storage);
        var id = storage.NewJob();
        storage.Write(transaction => WriteEverything(transaction, id));
        AssertEverythingWritten(storage, id);
    }

    public static void AddToQueue_Dropped_WakesNobody(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        var waiting = Task.Run(() => storage.HasNothingToFetch());
        storage.WriteAndDrop(transaction => transaction.AddToQueue("default", id));
        Assert.True(waiting.Result);
    }

    public static void Writes_OfOneTransaction_AreMadeInTheirOrder(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction =>
        {
            transaction.AddToSet("set", "a");
            transaction.RemoveSet("set");
            transaction.AddToSet("set", "b");
            transaction.InsertToList("list", "a");
            transaction.InsertToList("list", "b");
            transaction.TrimList("list", 0, 0);
            transaction.InsertToList("list", "c");
            transaction.RemoveHash("hash");
            transaction.SetRangeInHash("hash", [KeyValuePair.Create("field", "1")]);
            transaction.SetJobState(id, new SomeState("First"));
            transaction.SetJobState(id, new SomeState("Second"));
            transaction.ExpireJob(id, TimeSpan.FromHours(1));
            transaction.PersistJob(id);
        });
        storage.Use(connection =>
        {
            Assert.Equal(["b"], connection.GetAllItemsFromSet("set"));
            Assert.Equal(["c", "b"], connection.GetAllItemsFromList("list"));
            Assert.Equal("1", connection.GetValueFromHash("hash", "field"));
            Assert.Equal("Second", connection.GetJobData(id).State);
        });
        Assert.Null(storage.Monitor.JobDetails(id).ExpireAt);
        Assert.Equal(["Second", "First"], storage.Monitor.JobDetails(id).History.Select(entry => entry.StateName));
    }

    public static void AddToQueue_SeveralInOneTransaction_AreGivenInTheirOrder(StorageUnderTest storage)
    {
        var ids = Enumerable.Range(1, 5).Select(storage.NewJob).ToArray();
        storage.Write(transaction =>
        {
            foreach (var id in ids.Reverse()) transaction.AddToQueue("default", id);
        });
        Assert.Equal(ids.Reverse(), ids.Select(_ => storage.Fetch().JobId).ToArray());
    }

    public static void RemoveFromQueue_WithState_AreOneWrite(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        using var fetched = storage.Fetch();
        storage.WriteAndDrop(transaction =>
        {
            transaction.SetJobState(id, new SucceededState(null, 1, 1));
            transaction.RemoveFromQueue(fetched);
        });
        Assert.Equal((EnqueuedState.StateName, 1), (storage.Read(connection => connection.GetJobData(id)).State, storage.Monitor.FetchedCount("default")));
        storage.Write(transaction =>
        {
            transaction.SetJobState(id, new SucceededState(null, 1, 1));
            transaction.RemoveFromQueue(fetched);
        });
        Assert.Equal((SucceededState.StateName, 0), (storage.Read(connection => connection.GetJobData(id)).State, storage.Monitor.FetchedCount("default")));
    }

    private static void WriteEverything(JobStorageTransaction transaction, string id)
    {
        transaction.SetJobState(id, new EnqueuedState());
        transaction.PersistJob(id);
        transaction.AddToQueue("default", id);
        transaction.IncrementCounter("counter");
        transaction.AddToSet("set", "value", 2);
        transaction.AddRangeToSet("range", ["value"]);
        transaction.InsertToList("list", "value");
        transaction.SetRangeInHash("hash", [KeyValuePair.Create("field", "1")]);
        transaction.ExpireHash("hash", TimeSpan.FromHours(1));
    }

    private static void AssertNothingWritten(StorageUnderTest storage, string id)
    {
        storage.Use(connection =>
        {
            Assert.Null(connection.GetJobData(id).State);
            Assert.Equal(0, connection.GetCounter("counter"));
            Assert.Equal(0, connection.GetSetCount("set") + connection.GetSetCount("range") + connection.GetListCount("list"));
            Assert.Null(connection.GetAllEntriesFromHash("hash"));
        });
        var details = storage.Monitor.JobDetails(id);
        Assert.Empty(details.History);
        Assert.NotNull(details.ExpireAt);
        Assert.Equal(0, storage.Monitor.EnqueuedCount("default"));
    }

    private static void AssertEverythingWritten(StorageUnderTest storage, string id)
    {
        storage.Use(connection =>
        {
            Assert.Equal(EnqueuedState.StateName, connection.GetJobData(id).State);
            Assert.Equal(1, connection.GetCounter("counter"));
            Assert.Equal("value", connection.GetFirstByLowestScoreFromSet("set", 2, 2));
            Assert.Equal(["value"], connection.GetAllItemsFromSet("range"));
            Assert.Equal(["value"], connection.GetAllItemsFromList("list"));
            Assert.Equal("1", connection.GetValueFromHash("hash", "field"));
            Assert.True(connection.GetHashTtl("hash") > TimeSpan.Zero);
        });
        Assert.Null(storage.Monitor.JobDetails(id).ExpireAt);
        Assert.Equal(1, storage.Monitor.EnqueuedCount("default"));
    }
}
