namespace MlopsSandbox.HangfireConformance.Queue;

/// <summary>What becomes of a job in a worker's hands.</summary>
public static class FetchedJobs
{
    public static void Fetched_NamesItsJob(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        using var fetched = storage.Fetch();
        Assert.Equal(id, fetched.JobId);
        fetched.RemoveFromQueue();
    }

    public static void RemoveFromQueue_IsNeverGivenAgain(StorageUnderTest storage)
    {
        storage.Enqueue();
        using (var fetched = storage.Fetch()) fetched.RemoveFromQueue();
        Assert.True(storage.HasNothingToFetch());
        Assert.Equal((0, 0), (storage.Monitor.EnqueuedCount("default"), storage.Monitor.FetchedCount("default")));
    }

    public static void RemoveFromQueue_LeavesOtherJobs(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(3);
        using (var fetched = storage.Fetch()) fetched.RemoveFromQueue();
        Assert.Equal(ids[1..], new[] { storage.Fetch().JobId, storage.Fetch().JobId });
    }

    public static void RemoveFromQueue_OneOfTwoEntriesOfAJob_LeavesTheOther(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        storage.Write(transaction => transaction.AddToQueue("default", id));
        using (var fetched = storage.Fetch()) fetched.RemoveFromQueue();
        Assert.Equal(id, storage.Fetch().JobId);
    }

    public static void RemoveFromQueue_Twice_DoesNoHarm(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(2);
        using (var fetched = storage.Fetch())
        {
            fetched.RemoveFromQueue();
            fetched.RemoveFromQueue();
        }
        Assert.Equal(ids[1], storage.Fetch().JobId);
    }

    public static void Requeue_IsGivenAgain(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        using (var fetched = storage.Fetch()) fetched.Requeue();
        Assert.Equal(1, storage.Monitor.EnqueuedCount("default"));
        Assert.Equal(id, storage.Fetch().JobId);
        Assert.True(storage.HasNothingToFetch());
    }

    public static void Requeue_GoesBackToItsOwnQueue(StorageUnderTest storage)
    {
        var id = storage.Enqueue(queue: "critical");
        using (var fetched = storage.Fetch("default", "critical")) fetched.Requeue();
        Assert.True(storage.HasNothingToFetch("default"));
        Assert.Equal(id, storage.Fetch("critical").JobId);
    }

    public static void Requeue_WhoWaits_IsGivenIt(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        using var fetched = storage.Fetch();
        var waiting = Task.Run(() => storage.Fetch().JobId);
        Assert.False(waiting.Wait(TimeSpan.FromMilliseconds(50)));
        fetched.Requeue();
        Assert.True(waiting.Wait(storage.Patience));
        Assert.Equal(id, waiting.Result);
    }

    public static void Requeue_ThenRemove_StaysInItsQueue(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        using (var fetched = storage.Fetch())
        {
            fetched.Requeue();
            fetched.RemoveFromQueue();
        }
        Assert.Equal(id, storage.Fetch().JobId);
    }

    public static void Dispose_WithoutAWord_IsGivenAgain(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        storage.Fetch().Dispose();
        Assert.Equal(1, storage.Monitor.EnqueuedCount("default"));
        Assert.Equal(id, storage.Fetch().JobId);
    }

    public static void Dispose_Twice_GivesTheJobOnce(StorageUnderTest storage)
    {
        storage.Enqueue();
        var fetched = storage.Fetch();
        fetched.RemoveFromQueue();
        fetched.Dispose();
        fetched.Dispose();
        Assert.True(storage.HasNothingToFetch());
    }

    public static void RemoveFromQueue_InTransaction_IsNeverGivenAgain(StorageUnderTest storage)
    {
        storage.Enqueue();
        using (var fetched = storage.Fetch()) storage.Write(transaction => transaction.RemoveFromQueue(fetched));
        Assert.True(storage.HasNothingToFetch());
        Assert.Equal((0, 0), (storage.Monitor.EnqueuedCount("default"), storage.Monitor.FetchedCount("default")));
    }

    public static void RemoveFromQueue_InTransactionThatIsDropped_IsGivenAgain(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        using (var fetched = storage.Fetch()) storage.WriteAndDrop(transaction => transaction.RemoveFromQueue(fetched));
        Assert.Equal(1, storage.Monitor.EnqueuedCount("default"));
        Assert.Equal(id, storage.Fetch().JobId);
    }

    public static void Fetched_ForLong_StaysWithItsWorker(StorageUnderTest storage)
    {
        storage.Enqueue();
        using var housekeeping = storage.Housekeep();
        using var fetched = storage.Fetch();
        storage.Elapse(storage.InvisibilityTimeout + storage.InvisibilityTimeout);
        Assert.True(storage.HasNothingToFetch());
        fetched.RemoveFromQueue();
    }
}
