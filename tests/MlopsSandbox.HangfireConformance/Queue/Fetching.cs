using System.Collections.Concurrent;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Queue;

/// <summary>Workers take jobs from queues: the oldest first, each to one worker.</summary>
public static class Fetching
{
    public static void FetchNextJob_CancelledBefore_IsRefused(StorageUnderTest storage) => AssertRefusedWhenCancelled(storage);

    public static void FetchNextJob_CancelledBeforeWithAJobThere_LeavesIt(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        AssertRefusedWhenCancelled(storage);
        Assert.Equal(id, storage.Fetch().JobId);
    }

    public static void FetchNextJob_NothingThere_WaitsUntilCancelled(StorageUnderTest storage) => Assert.True(storage.HasNothingToFetch());

    public static void FetchNextJob_Waiting_IsGivenTheNextJob(StorageUnderTest storage)
    {
        var waiting = Task.Run(() => storage.Fetch().JobId);
        Assert.False(waiting.Wait(TimeSpan.FromMilliseconds(50)));
        var id = storage.Enqueue();
        Assert.True(waiting.Wait(storage.Patience));
        Assert.Equal(id, waiting.Result);
    }

    public static void FetchNextJob_EnqueuedInAnotherProcess_IsGivenIt(StorageUnderTest storage)
    {
        var waiting = Task.Run(() => storage.Fetch().JobId);
        var id = storage.NewJob();
        using (var connection = storage.Neighbour.GetConnection())
        using (var transaction = connection.CreateWriteTransaction())
        {
            transaction.AddToQueue("default", id);
            transaction.Commit();
        }
        Assert.True(waiting.Wait(storage.Patience));
        Assert.Equal(id, waiting.Result);
    }

    public static void FetchNextJob_OldestFirst(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(5);
        Assert.Equal(ids, ids.Select(_ => storage.Fetch().JobId).ToArray());
    }

    public static void FetchNextJob_Fetched_IsGivenToNobodyElse(StorageUnderTest storage)
    {
        storage.Enqueue();
        using var fetched = storage.Fetch();
        Assert.True(storage.HasNothingToFetch());
    }

    public static void FetchNextJob_ManyAtOnce_GiveEachJobOnce(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(40);
        var taken = new ConcurrentBag<string>();
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            var fetched = storage.Fetch();
            taken.Add(fetched.JobId);
            fetched.RemoveFromQueue();
            fetched.Dispose();
        });
        Assert.Equal(ids.Order(), taken.Order());
        Assert.True(storage.HasNothingToFetch());
    }

    public static void FetchNextJob_AnotherQueue_IsLeftAlone(StorageUnderTest storage)
    {
        var id = storage.Enqueue(queue: "critical");
        Assert.True(storage.HasNothingToFetch("default"));
        Assert.Equal(id, storage.Fetch("critical").JobId);
    }

    public static void FetchNextJob_SeveralQueues_AreAllServed(StorageUnderTest storage)
    {
        string[] ids = [storage.Enqueue(queue: "default"), storage.Enqueue(queue: "critical")];
        var fetched = new[] { storage.Fetch("critical", "default").JobId, storage.Fetch("critical", "default").JobId };
        Assert.Equal(ids.Order(), fetched.Order());
    }

    public static void FetchNextJob_SeveralQueues_TheFirstNamedFirst(StorageUnderTest storage)
    {
        var (low, high) = (storage.Enqueue(queue: "alpha"), storage.Enqueue(queue: "zulu"));
        Assert.Equal([high, low], new[] { storage.Fetch("zulu", "alpha").JobId, storage.Fetch("zulu", "alpha").JobId });
    }

    public static void FetchNextJob_SeveralQueues_WaitsForAnyOfThem(StorageUnderTest storage)
    {
        var waiting = Task.Run(() => storage.Fetch("critical", "default").JobId);
        Assert.False(waiting.Wait(TimeSpan.FromMilliseconds(50)));
        var id = storage.Enqueue(queue: "default");
        Assert.True(waiting.Wait(storage.Patience));
        Assert.Equal(id, waiting.Result);
    }

    public static void FetchNextJob_QueueNamedTwice_IsServedOnce(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        Assert.Equal(id, storage.Fetch("default", "default").JobId);
        Assert.True(storage.HasNothingToFetch("default", "default"));
    }

    public static void FetchNextJob_JobQueuedTwice_IsGivenTwice(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        storage.Write(transaction => transaction.AddToQueue("default", id));
        Assert.Equal([id, id], new[] { storage.Fetch().JobId, storage.Fetch().JobId });
    }

    public static void FetchNextJob_JobThatIsGone_IsGivenAllTheSame(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddToQueue("default", StorageUnderTest.IdOfNoJob));
        Assert.Equal(StorageUnderTest.IdOfNoJob, storage.Fetch().JobId);
    }

    public static void FetchNextJob_ConnectionDisposed_StaysFetched(StorageUnderTest storage)
    {
        storage.Enqueue();
        IFetchedJob? fetched = null;
        storage.Use(connection => fetched = connection.FetchNextJob(Work.DefaultQueue, CancellationToken.None));
        Assert.True(storage.HasNothingToFetch());
        fetched!.RemoveFromQueue();
        fetched.Dispose();
    }

    private static void AssertRefusedWhenCancelled(StorageUnderTest storage) => storage.Use(connection =>
        Assert.ThrowsAny<OperationCanceledException>(() => connection.FetchNextJob(Work.DefaultQueue, new CancellationToken(canceled: true))));
}
