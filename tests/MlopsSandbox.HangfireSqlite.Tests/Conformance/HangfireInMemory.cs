using Hangfire;
using Hangfire.InMemory;
using MlopsSandbox.HangfireConformance;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>Hangfire's own storage in memory.</summary>
internal sealed class HangfireInMemory : StorageKind
{
    public override string Name => "Hangfire.InMemory";

    public override IReadOnlyDictionary<string, string> KnownDeviations { get; } = Deviations.Of(
        ("Fetching takes the job out of its queue for good: nothing is in work, and nothing is given back.",
        [
            "Atomicity.RemoveFromQueue_WithState_AreOneWrite",
            "FetchedJobs.Dispose_WithoutAWord_IsGivenAgain",
            "FetchedJobs.RemoveFromQueue_InTransactionThatIsDropped_IsGivenAgain",
            "QueueLists.FetchedJobs_ShowWhatIsInWork",
            "QueueLists.FetchedJobs_TellSinceWhen",
        ]),
        ("An empty resource is a resource.",
        [
            "ConnectionArguments.AcquireDistributedLock_EmptyResource_IsRefused",
            "TransactionArguments.AcquireDistributedLock_EmptyResource_IsRefused",
        ]),
        ("It has no processes: entries are evicted by its own thread.",
        [
            "FeatureFlags.ProcessesInsteadOfComponents_IsClaimed",
        ]),
        ("The feature is claimed by a name that Hangfire does not ask for: the type is generic, and its name ends in `1.",
        [
            "FeatureFlags.RemoveFromQueue_IsClaimedForWhatIsFetched",
        ]),
        ("A job that is there is given although the token is cancelled.",
        [
            "Fetching.FetchNextJob_CancelledBeforeWithAJobThere_LeavesIt",
        ]),
        ("A job is created when it is stored, whatever its creation time is said to be.",
        [
            "JobCreation.CreateExpiredJob_OfThePast_ExpiresThatLongAfterItsCreation",
            "JobCreation.CreateExpiredJob_OfThePast_KeepsItsTime",
        ]),
        ("Keys of a state are found in their own case only, unless InMemoryStorageOptions.StringComparer says otherwise.",
        [
            "JobReading.GetStateData_KeyInAnotherCase_IsFound",
        ]),
        ("A server that announces itself again keeps what it first said.",
        [
            "Servers.AnnounceServer_Again_TakesTheNewWord",
        ]));

    public override StorageUnderTest Create() => new Memory();

    private sealed class Memory : StorageUnderTest
    {
        private readonly InMemoryStorage _storage = new(new InMemoryStorageOptions { MaxExpirationTime = null });

        public override JobStorage Storage => _storage;

        public override void Dispose() => _storage.Dispose();
    }
}
