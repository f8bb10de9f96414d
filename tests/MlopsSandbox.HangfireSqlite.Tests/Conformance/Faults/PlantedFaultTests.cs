using MlopsSandbox.HangfireConformance;
using Xunit.Abstractions;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

/// <summary>The suite itself under test: it finds each planted fault by a case that names it, and nothing where there is none.</summary>
public sealed class PlantedFaultTests(ITestOutputHelper output)
{
    /// <summary>Each fault, and the case that must find it.</summary>
    public static TheoryData<Fault, string> Finders => new()
    {
        { Fault.AcknowledgementLost, "FetchedJobs.RemoveFromQueue_IsNeverGivenAgain" },
        { Fault.AcknowledgementInTransactionLost, "FetchedJobs.RemoveFromQueue_InTransaction_IsNeverGivenAgain" },
        { Fault.FetchedTwice, "Fetching.FetchNextJob_Fetched_IsGivenToNobodyElse" },
        { Fault.QueueLastInFirstOut, "Fetching.FetchNextJob_OldestFirst" },
        { Fault.QueuesInWrongOrder, "Fetching.FetchNextJob_SeveralQueues_TheFirstNamedFirst" },
        { Fault.RequeueDrops, "FetchedJobs.Requeue_IsGivenAgain" },
        { Fault.DisposedFetchDrops, "FetchedJobs.Dispose_WithoutAWord_IsGivenAgain" },
        { Fault.RollbackCommits, "Atomicity.Dispose_WithoutCommit_WritesNothing" },
        { Fault.CommitInPieces, "Atomicity.Failure_InTheMiddle_WritesNothing" },
        { Fault.JobCreatedOutsideItsTransaction, "TransactionalJobs.CreateJob_Dropped_IsNeverThere" },
        { Fault.TransactionLockOutlivesCommit, "TransactionalLocks.AcquireDistributedLock_HoldsUntilTheCommit" },
        { Fault.LockThatTwoCanHold, "Locks.AcquireDistributedLock_HeldByAnother_TimesOutAndNamesIt" },
        { Fault.LockNeverFreed, "Locks.AcquireDistributedLock_Disposed_IsFree" },
        { Fault.GoneServerLives, "Servers.Heartbeat_ServerThatIsGone_IsToldSo" },
        { Fault.SilentServerStays, "Servers.RemoveTimedOutServers_TakesThoseWithoutASignOfLife" },
        { Fault.ClockAnHourAhead, "Clock.GetUtcDateTime_IsNowInUtc" },
        { Fault.CounterOffByOne, "Counters.IncrementCounter_AddsOne" },
        { Fault.ParameterLost, "JobCreation.CreateExpiredJob_ParametersOfAnyNumber_AreKept" },
        { Fault.StateNotMadeCurrent, "JobStates.SetJobState_BecomesTheCurrentState" },
        { Fault.SetScoreIgnored, "Sets.GetAllItemsFromSet_ComesInOrderOfScore" },
        { Fault.SetRangeWithoutItsEnd, "Sets.GetRangeFromSet_Bounds_AreBothIncluded" },
        { Fault.LowestScoreWithoutUpperBound, "SetScores.GetFirstByLowestScore_OutOfRange_IsNull" },
        { Fault.HashOverwrittenWhole, "Hashes.SetRangeInHash_InTransaction_KeepsOtherFields" },
        { Fault.ListOldestFirst, "Lists.InsertToList_ComesFirst" },
        { Fault.TrimKeepsOneMore, "Lists.TrimList_KeepsARange" },
        { Fault.TimeToLiveForgotten, "CollectionExpiry.ExpireSet_SetsItsTtl" },
        { Fault.ExpiredJobStays, "ExpiredRecords.Jobs_Expired_GoAwayWithStatesAndParameters" },
        { Fault.PersistedJobExpires, "JobExpiry.PersistJob_NeverGoes" },
        { Fault.PageStartsOneLate, "StateLists.SucceededJobs_AreCountedAndPagedNewestFirst" },
        { Fault.CountWithoutTheLast, "StateLists.DeletedJobs_AreCountedAndPagedNewestFirst" },
        { Fault.HistoryOldestFirst, "JobStates.SetJobState_Repeatedly_HistoryIsNewestFirst" },
        { Fault.StatisticsCountFailedTwice, "Statistics.GetStatistics_CountsJobsByState" },
        { Fault.TimelineOfSixDays, "Timelines.Timelines_NothingCounted_AreWholeAndZero" },
        { Fault.FetchedShownAsEnqueued, "QueueLists.EnqueuedCount_Fetched_IsNoMoreCounted" },
    };

    [Theory]
    [MemberData(nameof(Finders))]
    public void Suite_FaultPlanted_FailsByName(Fault fault, string finder)
    {
        var failed = Failed(fault, ConformanceSuite.Cases.Select(contract => contract.Name).Where(name => ChapterOf(name) == ChapterOf(finder)));
        output.WriteLine($"{fault} is found by {string.Join(", ", failed)}.");
        Assert.Contains(finder, failed);
    }

    [Fact]
    public void Suite_NoFault_FailsNothing() => Assert.Empty(Failed(Fault.None, ConformanceSuite.Cases.Select(contract => contract.Name)));

    [Fact]
    public void Finders_NameEachFault() =>
        Assert.Equal(Enum.GetValues<Fault>().Except([Fault.None]), Finders.Select(row => (Fault)row[0]).Distinct().Order());

    private static string[] Failed(Fault fault, IEnumerable<string> names) =>
        [.. names.Where(name => ConformanceSuite.Run(new FaultySqlite(fault), name) is not null)];

    private static string ChapterOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];
}
