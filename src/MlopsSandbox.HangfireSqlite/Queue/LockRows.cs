using Hangfire.Logging;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Distributed locks as rows with an end that their owner keeps moving, for where processes can't see each other's file locks.</summary>
internal sealed class LockRows(DatabaseFile database, ProcessPresence presence, Leases leases) : ILockTable
{
    private readonly ILog _log = LogProvider.For<LockRows>();

    private sealed record Row(string Owner, string Holder, long ExpireAt);

    /// <summary>Looks first, so that waiting locks no file for writing.</summary>
    public bool TryTake(HeldLock wanted)
    {
        if (!database.Read(session => IsFree(session, wanted.Resource))) return false;
        var taken = database.Write(session => Insert(session, wanted) || TakeOver(session, wanted));
        if (taken) leases.Hold(wanted);
        return taken;
    }

    public void Free(HeldLock held)
    {
        leases.LetGo(held);
        database.Post(session => Delete(session, held), cause =>
        {
            leases.Owe(held);
            _log.WarnException($"The distributed lock '{held.Resource}' could not be released; it is tried again until it can.", cause);
        });
    }

    /// <summary>Takes the lock's row away, if it is still this holder's.</summary>
    public static void Delete(Session session, HeldLock held) =>
        session.Execute("DELETE FROM DistributedLock WHERE Resource = ?1 AND Holder = ?2", held.Resource, held.Holder);

    private bool Insert(Session session, HeldLock wanted) => session.Execute(
        "INSERT INTO DistributedLock (Resource, Owner, Holder, ExpireAt) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (Resource) DO NOTHING",
        wanted.Resource, presence.Token, wanted.Holder, leases.EndOfLease) == 1;

    private bool TakeOver(Session session, HeldLock wanted) => IsFree(session, wanted.Resource)
        && session.Execute("DELETE FROM DistributedLock WHERE Resource = ?1", wanted.Resource) == 1 && Insert(session, wanted);

    private bool IsFree(Session session, string resource)
    {
        var rows = session.Query("SELECT Owner, Holder, ExpireAt FROM DistributedLock WHERE Resource = ?1",
            row => new Row(row.GetString(0), row.GetString(1), row.GetInt64(2)), resource);
        return rows.Count == 0 || IsAbandoned(resource, rows[0]);
    }

    private bool IsAbandoned(string resource, Row row)
    {
        var hasExpired = row.ExpireAt < database.Now;
        return presence.Judge(row.Owner) switch
        {
            Standing.Dead => true,
            Standing.Unknown => hasExpired,
            _ => hasExpired && row.Owner == presence.Token && !leases.Holds(new HeldLock(resource, row.Holder)),
        };
    }
}
