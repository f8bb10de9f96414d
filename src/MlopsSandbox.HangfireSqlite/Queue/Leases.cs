using System.Collections.Concurrent;
using Hangfire.Logging;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>What this process holds, fetched jobs and locks, and the timer that keeps it its own.</summary>
internal sealed class Leases : IDisposable
{
    private const int RenewalsPerTimeout = 5;

    private readonly ILog _log = LogProvider.For<Leases>();
    private readonly ConcurrentDictionary<FetchedEntry, bool> _fetched = [];
    private readonly ConcurrentDictionary<HeldLock, bool> _locks = [];
    private readonly ConcurrentDictionary<FetchedEntry, bool> _owedEntries = [];
    private readonly ConcurrentDictionary<HeldLock, bool> _owedLocks = [];
    private readonly DatabaseFile _database;
    private readonly TimeSpan _timeout;
    private readonly ITimer _timer;

    public Leases(DatabaseFile database, SqliteStorageOptions options)
    {
        _database = database;
        _timeout = options.SlidingInvisibilityTimeout;
        _timer = options.TimeProvider.CreateTimer(_ => RenewOrWarn(), null, _timeout / RenewalsPerTimeout, _timeout / RenewalsPerTimeout);
    }

    /// <summary>When a lease that is given now ends, unless renewed.</summary>
    public long EndOfLease => _database.Now + (long)_timeout.TotalMilliseconds;

    public void Hold(FetchedEntry entry) => _fetched[entry] = true;
    public void LetGo(FetchedEntry entry) => _fetched.TryRemove(entry, out _);
    public bool Holds(FetchedEntry entry) => _fetched.ContainsKey(entry);

    public void Hold(HeldLock held) => _locks[held] = true;
    public void LetGo(HeldLock held) => _locks.TryRemove(held, out _);
    public bool Holds(HeldLock held) => _locks.ContainsKey(held);

    /// <summary>Remembers what could not be given back because the file could not be written just then.</summary>
    public void Owe(FetchedEntry entry) => _owedEntries[entry] = true;
    public void Owe(HeldLock held) => _owedLocks[held] = true;

    /// <summary>Gives back what is owed, all or nothing.</summary>
    public void PayBack()
    {
        if (_owedEntries.IsEmpty && _owedLocks.IsEmpty) return;
        var (entries, locks) = (_owedEntries.Keys, _owedLocks.Keys);
        _database.Write(session =>
        {
            foreach (var held in locks) LockRows.Delete(session, held);
            foreach (var entry in entries) QueueRecords.GiveBack(session, entry);
            return true;
        });
        foreach (var entry in entries) _owedEntries.TryRemove(entry, out _);
        foreach (var held in locks) _owedLocks.TryRemove(held, out _);
    }

    /// <summary>Moves the end of everything held; what was lost in between stays lost.</summary>
    public void Renew()
    {
        if (_fetched.IsEmpty && _locks.IsEmpty) return;
        _database.Write(session =>
        {
            foreach (var entry in _fetched.Keys) QueueRecords.Renew(session, entry, EndOfLease);
            foreach (var held in _locks.Keys)
            {
                session.Execute("UPDATE DistributedLock SET ExpireAt = ?3 WHERE Resource = ?1 AND Holder = ?2", held.Resource, held.Holder, EndOfLease);
            }
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void RenewOrWarn()
    {
        try
        {
            Renew();
        }
        catch (SqliteStorageException cause)
        {
            _log.WarnException("Leases of fetched jobs and locks could not be renewed; the next try is a fifth of their timeout away.", cause);
        }
        catch (ObjectDisposedException)
        {
            // The storage was closed while the timer fired: nothing is held any more.
        }
    }
}
