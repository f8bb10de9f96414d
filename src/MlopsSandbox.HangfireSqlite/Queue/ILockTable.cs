namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Where it stands who holds which distributed lock.</summary>
internal interface ILockTable
{
    /// <summary>Takes the lock if nobody has it, without waiting.</summary>
    bool TryTake(HeldLock wanted);

    /// <summary>Lets go of a lock, if it is still this holder's.</summary>
    void Free(HeldLock held);
}
