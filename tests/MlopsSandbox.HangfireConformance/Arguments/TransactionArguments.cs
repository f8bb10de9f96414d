using Hangfire.States;

namespace MlopsSandbox.HangfireConformance.Arguments;

/// <summary>What a transaction refuses, by the argument's name, when it is called and not only at its commit.</summary>
public static class TransactionArguments
{
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    public static void AcquireDistributedLock_NoResource_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "resource", transaction => transaction.AcquireDistributedLock(null!, OneHour));

    public static void AcquireDistributedLock_EmptyResource_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "resource", transaction => transaction.AcquireDistributedLock("", OneHour));

    public static void CreateJob_NoJob_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "job", transaction => transaction.CreateJob(null!, new Dictionary<string, string>(), DateTime.UtcNow, OneHour));

    public static void CreateJob_NoParameters_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "parameters", transaction => transaction.CreateJob(Work.Numbered(1), null!, DateTime.UtcNow, OneHour));

    public static void SetJobParameter_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "jobId", transaction => transaction.SetJobParameter(null!, "name", "value"));

    public static void SetJobParameter_NoName_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "name", transaction => transaction.SetJobParameter("1", null!, "value"));

    public static void ExpireJob_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "jobId", transaction => transaction.ExpireJob(null!, OneHour));

    public static void PersistJob_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "jobId", transaction => transaction.PersistJob(null!));

    public static void SetJobState_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "jobId", transaction => transaction.SetJobState(null!, new DeletedState()));

    public static void SetJobState_NoState_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "state", transaction => transaction.SetJobState("1", null!));

    public static void SetJobState_StateWithoutName_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "state", transaction => transaction.SetJobState("1", new SomeState(null!)));

    public static void AddJobState_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "jobId", transaction => transaction.AddJobState(null!, new DeletedState()));

    public static void AddJobState_NoState_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "state", transaction => transaction.AddJobState("1", null!));

    public static void AddToQueue_NoQueue_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "queue", transaction => transaction.AddToQueue(null!, "1"));

    public static void AddToQueue_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "jobId", transaction => transaction.AddToQueue("default", null!));

    public static void IncrementCounter_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.IncrementCounter(null!));

    public static void IncrementCounter_Expiring_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.IncrementCounter(null!, OneHour));

    public static void DecrementCounter_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.DecrementCounter(null!));

    public static void DecrementCounter_Expiring_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.DecrementCounter(null!, OneHour));

    public static void AddToSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.AddToSet(null!, "value"));

    public static void AddToSet_NoValue_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "value", transaction => transaction.AddToSet("key", null!));

    public static void AddToSet_Scored_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.AddToSet(null!, "value", 1.5));

    public static void AddToSet_Scored_NoValue_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "value", transaction => transaction.AddToSet("key", null!, 1.5));

    public static void AddRangeToSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.AddRangeToSet(null!, ["value"]));

    public static void AddRangeToSet_NoItems_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "items", transaction => transaction.AddRangeToSet("key", null!));

    public static void AddRangeToSet_NullAmongItems_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "items", transaction => transaction.AddRangeToSet("key", ["value", null!]));

    public static void RemoveFromSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.RemoveFromSet(null!, "value"));

    public static void RemoveFromSet_NoValue_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "value", transaction => transaction.RemoveFromSet("key", null!));

    public static void RemoveSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.RemoveSet(null!));

    public static void InsertToList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.InsertToList(null!, "value"));

    public static void InsertToList_NoValue_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "value", transaction => transaction.InsertToList("key", null!));

    public static void RemoveFromList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.RemoveFromList(null!, "value"));

    public static void RemoveFromList_NoValue_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "value", transaction => transaction.RemoveFromList("key", null!));

    public static void TrimList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.TrimList(null!, 0, 1));

    public static void SetRangeInHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.SetRangeInHash(null!, new Dictionary<string, string>()));

    public static void SetRangeInHash_NoPairs_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "keyValuePairs", transaction => transaction.SetRangeInHash("key", null!));

    public static void RemoveHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.RemoveHash(null!));

    public static void ExpireSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.ExpireSet(null!, OneHour));

    public static void ExpireList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.ExpireList(null!, OneHour));

    public static void ExpireHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.ExpireHash(null!, OneHour));

    public static void PersistSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.PersistSet(null!));

    public static void PersistList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.PersistList(null!));

    public static void PersistHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.InTransaction(storage, "key", transaction => transaction.PersistHash(null!));
}
