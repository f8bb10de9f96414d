using Hangfire.States;
using MlopsSandbox.HangfireConformance.Transaction;

namespace MlopsSandbox.HangfireConformance.Expiry;

/// <summary>What has expired goes away, with all that belongs to it; nothing else does.</summary>
public static class ExpiredRecords
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1), Soon = TimeSpan.FromMilliseconds(500);

    public static void Jobs_Expired_GoAwayWithStatesAndParameters(StorageUnderTest storage)
    {
        var kept = storage.NewJob(new SucceededState(null, 1, 1));
        var fresh = storage.NewJob(Work.Numbered(2), ("name", "value"));
        var (saved, expired) = (storage.NewJob(), storage.NewJob(new SucceededState(null, 1, 1)));
        storage.Write(transaction =>
        {
            transaction.ExpireJob(expired, AtOnce);
            transaction.ExpireJob(saved, AtOnce);
            transaction.PersistJob(saved);
        });
        storage.WaitUntil(() => storage.Monitor.JobDetails(expired) is null, "the expired job is gone");
        storage.Use(connection =>
        {
            Assert.Null(connection.GetJobData(expired));
            Assert.Null(connection.GetStateData(expired));
            Assert.NotNull(connection.GetJobData(saved));
            Assert.Equal(SucceededState.StateName, connection.GetJobData(kept).State);
            Assert.Equal("value", connection.GetJobParameter(fresh, "name"));
        });
        Assert.Equal(kept, Assert.Single(storage.Monitor.SucceededJobs(0, 10)).Key);
        Assert.Equal(1, storage.Monitor.SucceededListCount());
    }

    public static void Jobs_CreatedWithoutTimeToLive_GoAway(StorageUnderTest storage)
    {
        var id = storage.Read(connection =>
            connection.CreateExpiredJob(Work.Numbered(1), new Dictionary<string, string> { ["name"] = "value" }, DateTime.UtcNow, TimeSpan.Zero));
        storage.WaitUntil(() => storage.Read(connection => connection.GetJobData(id)) is null, "the job that was never to stay is gone");
        Assert.Null(storage.Read(connection => connection.GetJobParameter(id, "name")));
    }

    public static void Collections_Expired_GoAway(StorageUnderTest storage)
    {
        CollectionExpiry.Fill(storage, "mine", "later", "never");
        storage.Write(transaction =>
        {
            CollectionExpiry.Expire(transaction, "mine", AtOnce);
            CollectionExpiry.Expire(transaction, "later", TimeSpan.FromHours(1));
        });
        storage.WaitUntil(() => Items(storage, "mine") == 0, "the expired set, list and hash are gone");
        Assert.Equal((6, 6), (Items(storage, "later"), Items(storage, "never")));
        Assert.Null(storage.Read(connection => connection.GetAllEntriesFromHash("mine")));
    }

    public static void Counters_Expired_GoAway(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.IncrementCounter("mine", Soon);
            transaction.DecrementCounter("down", Soon);
            transaction.IncrementCounter("later", TimeSpan.FromHours(1));
            transaction.IncrementCounter("never");
        });
        storage.Elapse(Soon);
        storage.WaitUntil(() =>
            storage.Read(connection => connection.GetCounter("mine") == 0 && connection.GetCounter("down") == 0), "the expired counters are gone");
        storage.Use(connection => Assert.Equal((1, 1), (connection.GetCounter("later"), connection.GetCounter("never"))));
    }

    public static void Counters_ExpiryMovedOn_Stay(StorageUnderTest storage)
    {
        var soon = TimeSpan.FromSeconds(6);     // Time for a storage that keeps single steps to sum them up, on a busy machine too.
        using var housekeeping = storage.Housekeep();
        storage.Write(transaction =>
        {
            transaction.IncrementCounter("expired", soon);
            transaction.IncrementCounter("moved-on", soon);
            transaction.IncrementCounter("moved-on", TimeSpan.FromHours(1));
        });
        storage.Elapse(soon);
        storage.WaitUntil(() => storage.Read(connection => connection.GetCounter("expired")) == 0, "the expired counter is gone");
        Assert.Equal(2, storage.Read(connection => connection.GetCounter("moved-on")));
    }

    private static long Items(StorageUnderTest storage, string key) => storage.Read(connection =>
        connection.GetSetCount(key) + connection.GetListCount(key) + connection.GetHashCount(key));
}
