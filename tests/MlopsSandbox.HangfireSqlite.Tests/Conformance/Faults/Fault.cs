namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

/// <summary>What can be wrong with a storage; each is planted alone.</summary>
public enum Fault
{
    None,

    // Queues
    AcknowledgementLost,
    AcknowledgementInTransactionLost,
    FetchedTwice,
    QueueLastInFirstOut,
    QueuesInWrongOrder,
    RequeueDrops,
    DisposedFetchDrops,

    // Transactions
    RollbackCommits,
    CommitInPieces,
    JobCreatedOutsideItsTransaction,
    TransactionLockOutlivesCommit,

    // Locks and servers
    LockThatTwoCanHold,
    LockNeverFreed,
    GoneServerLives,
    SilentServerStays,
    ClockAnHourAhead,

    // Records
    CounterOffByOne,
    ParameterLost,
    StateNotMadeCurrent,
    SetScoreIgnored,
    SetRangeWithoutItsEnd,
    LowestScoreWithoutUpperBound,
    HashOverwrittenWhole,
    ListOldestFirst,
    TrimKeepsOneMore,
    TimeToLiveForgotten,
    ExpiredJobStays,
    PersistedJobExpires,

    // Dashboard
    PageStartsOneLate,
    CountWithoutTheLast,
    HistoryOldestFirst,
    StatisticsCountFailedTwice,
    TimelineOfSixDays,
    FetchedShownAsEnqueued,
}
