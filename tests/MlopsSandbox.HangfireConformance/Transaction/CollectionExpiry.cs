using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Transaction;

/// <summary>When a set, list or hash may be forgotten.</summary>
public static class CollectionExpiry
{
    private static readonly TimeSpan HourAndAHalf = TimeSpan.FromMinutes(90);

    public static void Ttl_NothingExpires_IsNegative(StorageUnderTest storage)
    {
        Fill(storage);
        storage.Use(connection => Assert.All(Ttls(connection), ttl => Assert.True(ttl < TimeSpan.Zero)));
    }

    public static void ExpireSet_SetsItsTtl(StorageUnderTest storage) =>
        AssertTtl(storage, transaction => transaction.ExpireSet("mine", HourAndAHalf), connection => connection.GetSetTtl("mine"));

    public static void ExpireList_SetsItsTtl(StorageUnderTest storage) =>
        AssertTtl(storage, transaction => transaction.ExpireList("mine", HourAndAHalf), connection => connection.GetListTtl("mine"));

    public static void ExpireHash_SetsItsTtl(StorageUnderTest storage) =>
        AssertTtl(storage, transaction => transaction.ExpireHash("mine", HourAndAHalf), connection => connection.GetHashTtl("mine"));

    public static void PersistSet_ClearsItsTtl(StorageUnderTest storage) =>
        AssertCleared(storage, transaction => transaction.PersistSet("mine"), connection => connection.GetSetTtl("mine"));

    public static void PersistList_ClearsItsTtl(StorageUnderTest storage) =>
        AssertCleared(storage, transaction => transaction.PersistList("mine"), connection => connection.GetListTtl("mine"));

    public static void PersistHash_ClearsItsTtl(StorageUnderTest storage) =>
        AssertCleared(storage, transaction => transaction.PersistHash("mine"), connection => connection.GetHashTtl("mine"));

    public static void ExpireAndPersist_NoSuchCollection_DoNothing(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            Expire(transaction, "none");
            transaction.PersistSet("none");
            transaction.PersistList("none");
            transaction.PersistHash("none");
        });
        storage.Use(connection =>
        {
            Assert.Equal(0, connection.GetSetCount("none") + connection.GetListCount("none") + connection.GetHashCount("none"));
        });
    }

    public static void Ttl_ExpiredButStillThere_IsNotTakenForNever(StorageUnderTest storage)
    {
        Fill(storage);
        storage.Write(transaction => Expire(transaction, "mine", TimeSpan.FromMilliseconds(1)));
        storage.Elapse(TimeSpan.FromMilliseconds(50));
        storage.Use(connection =>
        {
            Assert.True(connection.GetSetTtl("mine") >= TimeSpan.Zero || connection.GetSetCount("mine") == 0);
            Assert.True(connection.GetListTtl("mine") >= TimeSpan.Zero || connection.GetListCount("mine") == 0);
            Assert.True(connection.GetHashTtl("mine") >= TimeSpan.Zero || connection.GetHashCount("mine") == 0);
        });
    }

    internal static void Fill(StorageUnderTest storage) => Fill(storage, "mine", "other");

    internal static void Fill(StorageUnderTest storage, params string[] keys) => storage.Write(transaction =>
    {
        foreach (var key in keys)
        {
            transaction.AddRangeToSet(key, ["a", "b"]);
            transaction.InsertToList(key, "a");
            transaction.InsertToList(key, "b");
            transaction.SetRangeInHash(key, [KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "2")]);
        }
    });

    internal static void Expire(JobStorageTransaction transaction, string key, TimeSpan? expireIn = null)
    {
        transaction.ExpireSet(key, expireIn ?? HourAndAHalf);
        transaction.ExpireList(key, expireIn ?? HourAndAHalf);
        transaction.ExpireHash(key, expireIn ?? HourAndAHalf);
    }

    private static void AssertTtl(StorageUnderTest storage, Action<JobStorageTransaction> expire, Func<JobStorageConnection, TimeSpan> ttl)
    {
        Fill(storage);
        storage.Write(expire);
        storage.Use(connection =>
        {
            Assert.InRange(ttl(connection), HourAndAHalf - TimeSpan.FromMinutes(1), HourAndAHalf + TimeSpan.FromSeconds(1));
            Assert.Single(Ttls(connection), each => each > TimeSpan.Zero);
        });
    }

    private static void AssertCleared(StorageUnderTest storage, Action<JobStorageTransaction> persist, Func<JobStorageConnection, TimeSpan> ttl)
    {
        Fill(storage);
        storage.Write(transaction =>
        {
            Expire(transaction, "mine");
            Expire(transaction, "other");
        });
        storage.Write(persist);
        storage.Use(connection =>
        {
            Assert.True(ttl(connection) < TimeSpan.Zero);
            Assert.Equal(5, Ttls(connection).Count(each => each > TimeSpan.Zero));
        });
    }

    private static TimeSpan[] Ttls(JobStorageConnection connection) =>
    [
        .. new[] { "mine", "other" }.SelectMany(key => new[] { connection.GetSetTtl(key), connection.GetListTtl(key), connection.GetHashTtl(key) }),
    ];
}
