using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Monitoring;

/// <summary>Queues as the dashboard shows them.</summary>
public static class QueueLists
{
    public static void Queues_NothingQueued_IsEmpty(StorageUnderTest storage)
    {
        Assert.Empty(storage.Monitor.Queues());
        Assert.Empty(storage.Monitor.EnqueuedJobs("default", 0, 10));
        Assert.Empty(storage.Monitor.FetchedJobs("default", 0, 10));
        Assert.Equal((0, 0), (storage.Monitor.EnqueuedCount("default"), storage.Monitor.FetchedCount("default")));
    }

    public static void Queues_Several_ComeInOrderOfName(StorageUnderTest storage)
    {
        foreach (var queue in new[] { "critical", "default", "alpha", "zulu" }) storage.Enqueue(queue: queue);
        Assert.Equal(["alpha", "critical", "default", "zulu"], storage.Monitor.Queues().Select(queue => queue.Name));
    }

    public static void Queues_ShowTheNextJobsOfEach(StorageUnderTest storage)
    {
        var (first, second) = (storage.Enqueue(11), storage.Enqueue(12));
        var other = storage.Enqueue(13, "other");
        var queues = storage.Monitor.Queues();
        Assert.Equal([("default", 2L), ("other", 1L)], queues.Select(queue => (queue.Name, queue.Length)));
        Assert.Equal([first, second], queues[0].FirstJobs.Select(job => job.Key));
        var shown = Assert.Single(queues[1].FirstJobs);
        Assert.Equal((other, 13, true), (shown.Key, (int)shown.Value.Job.Args[0], shown.Value.InEnqueuedState));
        Assert.Equal(DateTime.UtcNow, shown.Value.EnqueuedAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void Queues_ManyJobs_ShowTheFirstFive(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(7);
        var queue = Assert.Single(storage.Monitor.Queues());
        Assert.Equal(7, queue.Length);
        Assert.Equal(ids[..5], queue.FirstJobs.Select(job => job.Key));
    }

    public static void Queues_JobsInOddStates_AreShown(StorageUnderTest storage)
    {
        var cases = OddStates(storage);
        var shown = Assert.Single(storage.Monitor.Queues()).FirstJobs;
        AssertOddStates(cases, [.. shown.Select(job => (job.Key, job.Value))]);
    }

    public static void EnqueuedJobs_JobsInOddStates_AreShown(StorageUnderTest storage)
    {
        var cases = OddStates(storage);
        AssertOddStates(cases, [.. storage.Monitor.EnqueuedJobs("default", 0, 10).Select(job => (job.Key, job.Value))]);
    }

    public static void Queues_JobThatIsGone_ShowsItsId(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddToQueue("default", StorageUnderTest.IdOfNoJob));
        var shown = Assert.Single(Assert.Single(storage.Monitor.Queues()).FirstJobs);
        Assert.Equal(StorageUnderTest.IdOfNoJob, shown.Key);
        Assert.Null(shown.Value?.Job);
    }

    public static void EnqueuedJobs_JobThatIsGone_ShowsItsId(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddToQueue("default", StorageUnderTest.IdOfNoJob));
        var shown = Assert.Single(storage.Monitor.EnqueuedJobs("default", 0, 10));
        Assert.Equal(StorageUnderTest.IdOfNoJob, shown.Key);
        Assert.Null(shown.Value?.Job);
    }

    public static void Queues_JobThatCanNotBeLoaded_SaysWhy(StorageUnderTest storage)
    {
        EnqueueUnreadable(storage);
        var shown = Assert.Single(Assert.Single(storage.Monitor.Queues()).FirstJobs).Value;
        Assert.Null(shown.Job);
        Assert.NotNull(shown.LoadException);
        Assert.Equal(nameof(Work.TakeUnreadable), shown.InvocationData.Method);
    }

    public static void EnqueuedJobs_JobThatCanNotBeLoaded_SaysWhy(StorageUnderTest storage)
    {
        EnqueueUnreadable(storage);
        var shown = Assert.Single(storage.Monitor.EnqueuedJobs("default", 0, 10)).Value;
        Assert.Null(shown.Job);
        Assert.NotNull(shown.LoadException);
        Assert.Equal(nameof(Work.TakeUnreadable), shown.InvocationData.Method);
    }

    public static void EnqueuedJobs_ShowWhatWillBeFetchedNext(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(3);
        var shown = storage.Monitor.EnqueuedJobs("default", 0, 10);
        Assert.Equal(ids, shown.Select(job => job.Key));
        Assert.Equal([1, 2, 3], shown.Select(job => (int)job.Value.Job.Args[0]));
        Assert.All(shown, job => Assert.Equal((EnqueuedState.StateName, true), (job.Value.State, job.Value.InEnqueuedState)));
        Assert.Equal(ids[0], storage.Fetch().JobId);
    }

    public static void EnqueuedJobs_TellTheDataOfTheirState(StorageUnderTest storage)
    {
        storage.Enqueue();
        Assert.Equal("default", Assert.Single(storage.Monitor.EnqueuedJobs("default", 0, 10)).Value.StateData["Queue"]);
    }

    public static void EnqueuedJobs_Page_IsCutOut(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(5);
        storage.Enqueue(queue: "other");
        Assert.Equal(ids[1..3], storage.Monitor.EnqueuedJobs("default", 1, 2).Select(job => job.Key));
        Assert.Equal(ids[4..], storage.Monitor.EnqueuedJobs("default", 4, 10).Select(job => job.Key));
        Assert.Empty(storage.Monitor.EnqueuedJobs("default", 5, 10));
    }

    public static void EnqueuedJobs_JobQueuedTwice_IsShownTwice(StorageUnderTest storage)
    {
        var id = storage.Enqueue();
        storage.Write(transaction => transaction.AddToQueue("default", id));
        var shown = storage.Monitor.EnqueuedJobs("default", 0, 10);
        Assert.Equal([id, id], shown.Select(job => job.Key));
        Assert.All(shown, job => Assert.Equal(EnqueuedState.StateName, job.Value.State));
    }

    public static void EnqueuedCount_CountsThisQueue(StorageUnderTest storage)
    {
        storage.EnqueueMany(3);
        storage.Enqueue(queue: "other");
        Assert.Equal((3, 1, 0), (storage.Monitor.EnqueuedCount("default"), storage.Monitor.EnqueuedCount("other"), storage.Monitor.EnqueuedCount("none")));
    }

    public static void EnqueuedCount_Fetched_IsNoMoreCounted(StorageUnderTest storage)
    {
        storage.EnqueueMany(2);
        using var fetched = storage.Fetch();
        Assert.Equal(1, storage.Monitor.EnqueuedCount("default"));
        Assert.Single(storage.Monitor.EnqueuedJobs("default", 0, 10));
        fetched.RemoveFromQueue();
    }

    public static void FetchedJobs_ShowWhatIsInWork(StorageUnderTest storage)
    {
        var ids = storage.EnqueueMany(3);
        using var fetched = storage.Fetch();
        Assert.Equal((1, 2, 0), (storage.Monitor.FetchedCount("default"), storage.Monitor.EnqueuedCount("default"), storage.Monitor.FetchedCount("other")));
        var shown = Assert.Single(storage.Monitor.FetchedJobs("default", 0, 10));
        Assert.Equal((ids[0], 1, EnqueuedState.StateName), (shown.Key, (int)shown.Value.Job.Args[0], shown.Value.State));
        Assert.Equal(1, Assert.Single(storage.Monitor.Queues()).Fetched);
        fetched.RemoveFromQueue();
    }

    public static void FetchedJobs_TellSinceWhen(StorageUnderTest storage)
    {
        storage.Enqueue();
        using var fetched = storage.Fetch();
        Assert.Equal(DateTime.UtcNow, Assert.Single(storage.Monitor.FetchedJobs("default", 0, 10)).Value.FetchedAt!.Value, TimeSpan.FromMinutes(1));
        fetched.RemoveFromQueue();
    }

    private static (string None, string Deleted, string Alike) OddStates(StorageUnderTest storage)
    {
        var ids = (None: storage.NewJob(), Deleted: storage.NewJob(new DeletedState()), Alike: storage.NewJob(new SomeState("EnQUEued")));
        storage.Write(transaction =>
        {
            foreach (var id in new[] { ids.None, ids.Deleted, ids.Alike }) transaction.AddToQueue("default", id);
        });
        return ids;
    }

    private static void AssertOddStates((string None, string Deleted, string Alike) ids, (string Id, Hangfire.Storage.Monitoring.EnqueuedJobDto Job)[] shown)
    {
        Assert.Equal([(ids.None, null, false), (ids.Deleted, DeletedState.StateName, false), (ids.Alike, "EnQUEued", true)],
            shown.Select(entry => (entry.Id, (string?)entry.Job.State, entry.Job.InEnqueuedState)));
        Assert.Null(shown[0].Job.EnqueuedAt);
        Assert.Null(shown[1].Job.EnqueuedAt);
        Assert.NotNull(shown[2].Job.EnqueuedAt);
    }

    private static void EnqueueUnreadable(StorageUnderTest storage)
    {
        var id = storage.NewJob(Work.Unreadable());
        storage.Write(transaction => transaction.AddToQueue("default", id));
    }
}
