using System.Diagnostics;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Named locks over all processes on the file: one holder at a time, freed at once when the holder's process dies.</summary>
internal sealed class DistributedLocks(Func<ILockTable> table, SqliteStorageOptions options)
{
    private readonly Signal _released = new();

    /// <exception cref="DistributedLockTimeoutException">Somebody else held it all the time.</exception>
    public void Acquire(HeldLock wanted, TimeSpan timeout)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var released = _released.Next;
            if (table().TryTake(wanted)) return;
            var left = timeout - Stopwatch.GetElapsedTime(since);
            if (left <= TimeSpan.Zero) throw new DistributedLockTimeoutException(wanted.Resource);
            released.Wait(left < options.QueuePollInterval ? left : options.QueuePollInterval);
        }
    }

    /// <summary>Others in this process see it released at once; other processes as soon as the writes before it are committed.</summary>
    public void Release(HeldLock held)
    {
        table().Free(held);
        _released.Pulse();
    }
}
