namespace MlopsSandbox.HangfireConformance.Arguments;

/// <summary>What the dashboard's questions need.</summary>
public static class MonitorArguments
{
    public static void JobDetails_NoId_IsRefused(StorageUnderTest storage) =>
        Refusal.OfMonitor(storage, "jobId", monitor => monitor.JobDetails(null!));

    public static void EnqueuedJobs_NoQueue_IsRefused(StorageUnderTest storage) =>
        Refusal.OfMonitor(storage, "queue", monitor => monitor.EnqueuedJobs(null!, 0, 10));

    public static void EnqueuedCount_NoQueue_IsRefused(StorageUnderTest storage) =>
        Refusal.OfMonitor(storage, "queue", monitor => monitor.EnqueuedCount(null!));

    public static void FetchedJobs_NoQueue_IsRefused(StorageUnderTest storage) =>
        Refusal.OfMonitor(storage, "queue", monitor => monitor.FetchedJobs(null!, 0, 10));

    public static void FetchedCount_NoQueue_IsRefused(StorageUnderTest storage) =>
        Refusal.OfMonitor(storage, "queue", monitor => monitor.FetchedCount(null!));
}
