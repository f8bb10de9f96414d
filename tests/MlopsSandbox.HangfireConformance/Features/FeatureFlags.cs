using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Features;

/// <summary>What the storage claims to be able to do. The other chapters hold it to each of these words.</summary>
public static class FeatureFlags
{
    public static void HasFeature_NoName_IsRefused(StorageUnderTest storage) => Assert.Throws<ArgumentNullException>(() => storage.Storage.HasFeature(null!));

    public static void HasFeature_Unheard_IsNotClaimed(StorageUnderTest storage)
    {
        Assert.False(storage.Storage.HasFeature("Storage.TimeTravel"));
        Assert.False(storage.Storage.HasFeature(JobStorageFeatures.Transaction.RemoveFromQueue(typeof(IFetchedJob))));
    }

    public static void ExtendedApi_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.ExtendedApi);

    public static void JobQueueProperty_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.JobQueueProperty);

    public static void ProcessesInsteadOfComponents_IsClaimed(StorageUnderTest storage)
    {
        AssertClaimed(storage, JobStorageFeatures.ProcessesInsteadOfComponents);
        Assert.NotEmpty(storage.Storage.GetStorageWideProcesses());
    }

    public static void BatchedGetFirstByLowest_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Connection.BatchedGetFirstByLowest);

    public static void GetUtcDateTime_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Connection.GetUtcDateTime);

    public static void GetSetContains_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Connection.GetSetContains);

    public static void LimitedGetSetCount_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Connection.LimitedGetSetCount);

    public static void AcquireDistributedLock_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Transaction.AcquireDistributedLock);

    public static void CreateJob_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Transaction.CreateJob);

    public static void SetJobParameter_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Transaction.SetJobParameter);

    public static void DeletedStateGraphs_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Monitoring.DeletedStateGraphs);

    public static void AwaitingJobs_IsClaimed(StorageUnderTest storage) => AssertClaimed(storage, JobStorageFeatures.Monitoring.AwaitingJobs);

    public static void RemoveFromQueue_IsClaimedForWhatIsFetched(StorageUnderTest storage)
    {
        storage.Enqueue();
        using var fetched = storage.Fetch();
        AssertClaimed(storage, JobStorageFeatures.Transaction.RemoveFromQueue(fetched.GetType()));
        fetched.RemoveFromQueue();
    }

    public static void LinearizableReads_IsClaimed(StorageUnderTest storage) => Assert.True(storage.Storage.LinearizableReads);

    public static void ToString_NamesTheStorage(StorageUnderTest storage) => Assert.NotEqual(storage.Storage.GetType().ToString(), storage.Storage.ToString());

    private static void AssertClaimed(StorageUnderTest storage, string feature) => Assert.True(storage.Storage.HasFeature(feature), feature);
}
