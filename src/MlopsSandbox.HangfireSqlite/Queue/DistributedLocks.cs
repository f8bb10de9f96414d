using System.Diagnostics;
using Hangfire.Logging;
using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Named locks over all processes on the file: one holder at a time, freed at once when the holder's process dies.</summary>
internal sealed class DistributedLocks(DatabaseFile database, Func<ProcessPresence> presence, Leases leases, SqliteStorageOptions options)
{
    private readonly ILog _log = LogProvider.For<DistributedLocks>();
    private readonly Signal _released = new();

    private sealed record Row(string Owner, string Holder, long ExpireAt);

    /// <exception cref="DistributedLockTimeoutException">Somebody else held it all the time.</exception>
    public void Acquire(HeldLock wanted, TimeSpan timeout)
    {
        var waited = Stopwatch.StartNew();
        var mayBeFree = true;
        while (true)
        {
            var released = _released.Next;
            if ((mayBeFree || database.Read(session => IsFree(session, wanted.Resource))) && TryTake(wanted)) return;
            var left = timeout - waited.Elapsed;
            if (left <= TimeSpan.Zero) throw new DistributedLockTimeoutException(wanted.Resource);
            mayBeFree = released.Wait(left < options.QueuePollInterval ? left : options.QueuePollInterval);
        }
    }

    /// <summary>Others in this process see it released at once; other processes as soon as the writes before it are committed.</summary>
    public void Release(HeldLock held)
    {
        leases.LetGo(held);
        database.Post(session => Free(session, held), cause =>
        {
            leases.Owe(held);
            _log.WarnException($"The distributed lock '{held.Resource}' could not be released; it is tried again until it can.", cause);
        });
        _released.Pulse();
    }

    /// <summary>Takes the lock's row away, if it is still this holder's.</summary>
    public static void Free(Session session, HeldLock held) =>
        session.Execute("DELETE FROM DistributedLock WHERE Resource = ?1 AND Holder = ?2", held.Resource, held.Holder);

    private bool TryTake(HeldLock wanted)
    {
        var owner = presence().Token;
        var taken = database.Write(session => Insert(session, wanted, owner) || TakeOver(session, wanted, owner));
        if (taken) leases.Hold(wanted);
        return taken;
    }

    private bool Insert(Session session, HeldLock wanted, string owner) => session.Execute(
        "INSERT INTO DistributedLock (Resource, Owner, Holder, ExpireAt) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (Resource) DO NOTHING",
        wanted.Resource, owner, wanted.Holder, leases.EndOfLease) == 1;

    private bool TakeOver(Session session, HeldLock wanted, string owner) => IsFree(session, wanted.Resource)
        && session.Execute("DELETE FROM DistributedLock WHERE Resource = ?1", wanted.Resource) == 1 && Insert(session, wanted, owner);

    private bool IsFree(Session session, string resource)
    {
        var rows = session.Query("SELECT Owner, Holder, ExpireAt FROM DistributedLock WHERE Resource = ?1",
            row => new Row(row.GetString(0), row.GetString(1), row.GetInt64(2)), resource);
        return rows.Count == 0 || IsAbandoned(resource, rows[0]);
    }

    private bool IsAbandoned(string resource, Row row)
    {
        var hasExpired = row.ExpireAt < database.Now;
        return presence().Judge(row.Owner) switch
        {
            Standing.Dead => true,
            Standing.Unknown => hasExpired,
            _ => hasExpired && row.Owner == presence().Token && !leases.Holds(new HeldLock(resource, row.Holder)),
        };
    }
}
