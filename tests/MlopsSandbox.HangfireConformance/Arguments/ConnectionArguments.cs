using Hangfire.Server;

namespace MlopsSandbox.HangfireConformance.Arguments;

/// <summary>What a connection refuses, by the argument's name.</summary>
public static class ConnectionArguments
{
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    public static void AcquireDistributedLock_NoResource_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "resource", connection => connection.AcquireDistributedLock(null!, OneHour));

    public static void AcquireDistributedLock_EmptyResource_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "resource", connection => connection.AcquireDistributedLock("", OneHour));

    public static void CreateExpiredJob_NoJob_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "job", connection => connection.CreateExpiredJob(null!, new Dictionary<string, string>(), DateTime.UtcNow, OneHour));

    public static void CreateExpiredJob_NoParameters_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "parameters", connection => connection.CreateExpiredJob(Work.Numbered(1), null!, DateTime.UtcNow, OneHour));

    public static void FetchNextJob_NoQueues_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "queues", connection => connection.FetchNextJob(null!, CancellationToken.None));

    public static void FetchNextJob_EmptyQueues_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "queues", connection => connection.FetchNextJob([], CancellationToken.None));

    public static void GetJobData_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "jobId", connection => connection.GetJobData(null!));

    public static void GetStateData_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "jobId", connection => connection.GetStateData(null!));

    public static void SetJobParameter_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "id", connection => connection.SetJobParameter(null!, "name", "value"));

    public static void SetJobParameter_NoName_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "name", connection => connection.SetJobParameter("1", null!, "value"));

    public static void GetJobParameter_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "id", connection => connection.GetJobParameter(null!, "name"));

    public static void GetJobParameter_NoName_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "name", connection => connection.GetJobParameter("1", null!));

    public static void AnnounceServer_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "serverId", connection => connection.AnnounceServer(null!, new ServerContext()));

    public static void AnnounceServer_NoContext_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "context", connection => connection.AnnounceServer("server", null!));

    public static void RemoveServer_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "serverId", connection => connection.RemoveServer(null!));

    public static void Heartbeat_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "serverId", connection => connection.Heartbeat(null!));

    public static void RemoveTimedOutServers_NegativeTimeOut_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "timeOut", connection => connection.RemoveTimedOutServers(TimeSpan.FromMinutes(-5)));

    public static void RemoveTimedOutServers_NoTimeOut_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "timeOut", connection => connection.RemoveTimedOutServers(TimeSpan.Zero));

    public static void GetAllItemsFromSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetAllItemsFromSet(null!));

    public static void GetFirstByLowestScoreFromSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetFirstByLowestScoreFromSet(null!, 0, 1));

    public static void GetFirstByLowestScoreFromSet_ToBelowFrom_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "toScore", connection => connection.GetFirstByLowestScoreFromSet("key", 0, -1));

    public static void GetFirstByLowestScoreFromSet_Batch_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetFirstByLowestScoreFromSet(null!, 0, 1, 10));

    public static void GetFirstByLowestScoreFromSet_Batch_ToBelowFrom_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "toScore", connection => connection.GetFirstByLowestScoreFromSet("key", 0, -1, 10));

    public static void GetFirstByLowestScoreFromSet_Batch_NegativeCount_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "count", connection => connection.GetFirstByLowestScoreFromSet("key", 0, 1, -1));

    public static void GetFirstByLowestScoreFromSet_Batch_CountOfZero_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "count", connection => connection.GetFirstByLowestScoreFromSet("key", 0, 1, 0));

    public static void GetSetCount_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetSetCount((string)null!));

    public static void GetSetCount_Limited_NoKeys_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "keys", connection => connection.GetSetCount((IEnumerable<string>)null!, 10));

    public static void GetSetCount_Limited_NegativeLimit_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "limit", connection => connection.GetSetCount(["key"], -1));

    public static void GetSetContains_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetSetContains(null!, "value"));

    public static void GetSetContains_NoValue_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "value", connection => connection.GetSetContains("key", null!));

    public static void GetRangeFromSet_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetRangeFromSet(null!, 0, 1));

    public static void GetRangeFromSet_NegativeStart_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "startingFrom", connection => connection.GetRangeFromSet("key", -1, 1));

    public static void GetRangeFromSet_EndBeforeStart_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "endingAt", connection => connection.GetRangeFromSet("key", 2, 1));

    public static void GetSetTtl_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetSetTtl(null!));

    public static void SetRangeInHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.SetRangeInHash(null!, new Dictionary<string, string>()));

    public static void SetRangeInHash_NoPairs_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "keyValuePairs", connection => connection.SetRangeInHash("key", null!));

    public static void GetAllEntriesFromHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetAllEntriesFromHash(null!));

    public static void GetValueFromHash_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetValueFromHash(null!, "name"));

    public static void GetValueFromHash_NoName_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "name", connection => connection.GetValueFromHash("key", null!));

    public static void GetHashCount_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetHashCount(null!));

    public static void GetHashTtl_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetHashTtl(null!));

    public static void GetListCount_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetListCount(null!));

    public static void GetListTtl_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetListTtl(null!));

    public static void GetAllItemsFromList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetAllItemsFromList(null!));

    public static void GetRangeFromList_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetRangeFromList(null!, 0, 1));

    public static void GetRangeFromList_NegativeStart_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "startingFrom", connection => connection.GetRangeFromList("key", -1, 1));

    public static void GetRangeFromList_EndBeforeStart_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "endingAt", connection => connection.GetRangeFromList("key", 2, 1));

    public static void GetCounter_NoKey_IsRefused(StorageUnderTest storage) =>
        Refusal.OnConnection(storage, "key", connection => connection.GetCounter(null!));
}
