using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>
/// Gives back what nobody works on any more: all that a dead process held, at once; and single entries whose lease has ended where it
/// can't be seen whether their process lives. A process that visibly lives keeps its jobs however late its renewal is (a machine that slept).
/// Idle workers learn of it as of any other write, by the <see cref="ChangeWatcher"/>.
/// </summary>
internal sealed class Reclaim(DatabaseFile database, Func<ProcessPresence> presence, Leases leases, SqliteStorageOptions options)
{
    private readonly Lock _looking = new();
    private long? _lookedAt;

    /// <summary>Looks when the last look is long enough ago and nobody else is at it.</summary>
    public void IfDue()
    {
        if (!_looking.TryEnter()) return;
        try
        {
            if (_lookedAt is { } then && options.TimeProvider.GetElapsedTime(then) < options.DeadProcessCheckInterval) return;
            _lookedAt = options.TimeProvider.GetTimestamp();
            Run();
        }
        finally
        {
            _looking.Exit();
        }
    }

    /// <summary>Gives back all that a process held and strikes it out.</summary>
    public static int ReturnAllOf(Session session, string token)
    {
        var returned = QueueRecords.GiveBackAllOf(session, token);
        session.Execute("DELETE FROM DistributedLock WHERE Owner = ?1", token);
        session.Execute("DELETE FROM Server WHERE Owner = ?1", token);
        session.Execute("DELETE FROM Owner WHERE Token = ?1", token);
        return returned;
    }

    private void Run()
    {
        var me = presence();
        leases.PayBack();
        foreach (var token in database.Read(static session => session.Query("SELECT Token FROM Owner", row => row.GetString(0))))
        {
            if (me.Judge(token) == Standing.Dead) Bury(token);
        }
        ReturnExpired(me);
    }

    private void Bury(string token)
    {
        database.Write(session => ReturnAllOf(session, token));
        presence().Forget(token);
    }

    private void ReturnExpired(ProcessPresence me)
    {
        var abandoned = database.Read(session => QueueRecords.Expired(session, database.Now))
            .FindAll(one => !leases.Holds(one.Entry) && (one.Owner == me.Token || me.Judge(one.Owner) == Standing.Unknown));
        if (abandoned.Count == 0) return;
        database.Write(session => abandoned.Count(one => QueueRecords.HasExpired(session, one.Entry, database.Now) && QueueRecords.GiveBack(session, one.Entry)));
    }
}
