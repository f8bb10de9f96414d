namespace MlopsSandbox.HangfireConformance.Transaction;

/// <summary>When a job may be forgotten.</summary>
public static class JobExpiry
{
    public static void ExpireJob_SetsWhenItMayGo(StorageUnderTest storage)
    {
        var id = storage.NewJob(new SomeState("Kept"));
        storage.Write(transaction => transaction.ExpireJob(id, TimeSpan.FromMinutes(90)));
        Assert.Equal(DateTime.UtcNow.AddMinutes(90), storage.Monitor.JobDetails(id).ExpireAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void ExpireJob_Again_TakesTheNewTime(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        storage.Write(transaction => transaction.ExpireJob(id, TimeSpan.FromMinutes(30)));
        Assert.Equal(DateTime.UtcNow.AddMinutes(30), storage.Monitor.JobDetails(id).ExpireAt!.Value, TimeSpan.FromMinutes(1));
    }

    public static void ExpireJob_LeavesOtherJobs(StorageUnderTest storage)
    {
        var (mine, other) = (storage.NewJob(new SomeState("Kept")), storage.NewJob(new SomeState("Kept")));
        storage.Write(transaction => transaction.ExpireJob(mine, TimeSpan.FromHours(1)));
        Assert.Null(storage.Monitor.JobDetails(other).ExpireAt);
    }

    public static void PersistJob_NeverGoes(StorageUnderTest storage)
    {
        var id = storage.NewJob();
        Assert.NotNull(storage.Monitor.JobDetails(id).ExpireAt);
        storage.Write(transaction => transaction.PersistJob(id));
        Assert.Null(storage.Monitor.JobDetails(id).ExpireAt);
    }

    public static void PersistJob_LeavesOtherJobs(StorageUnderTest storage)
    {
        var (mine, other) = (storage.NewJob(), storage.NewJob());
        storage.Write(transaction => transaction.PersistJob(mine));
        Assert.NotNull(storage.Monitor.JobDetails(other).ExpireAt);
    }

    public static void ExpireAndPersist_NoSuchJob_DoNothing(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.ExpireJob(StorageUnderTest.IdOfNoJob, TimeSpan.FromHours(1));
            transaction.PersistJob(StorageUnderTest.IdOfNoJob);
        });
        Assert.Null(storage.Monitor.JobDetails(StorageUnderTest.IdOfNoJob));
    }
}
