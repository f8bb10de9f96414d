using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Entries of queues as rows: of <c>Waiting</c>, or of <c>Fetched</c> while they are in somebody's hands.</summary>
internal static class QueueRecords
{
    /// <summary>Puts an entry at the end of a queue; call <see cref="JobQueue.Announce"/> once it is committed.</summary>
    public static void Add(Session session, string queue, long jobId) => session.Execute("""
        INSERT INTO Waiting (Queue, Number, JobId) SELECT ?1, 1 + max(
            coalesce((SELECT max(Number) FROM Waiting WHERE Queue = ?1), 0), coalesce((SELECT max(Number) FROM Fetched WHERE Queue = ?1), 0)), ?2
        """, queue, jobId);

    public static bool AnyWaits(Session session, string queue) =>
        session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM Waiting WHERE Queue = ?1)", queue) == 1;

    /// <summary>Hands the queue's first entry to an owner; null when none waits.</summary>
    public static (FetchedEntry Entry, string JobId)? Fetch(Session session, string queue, string owner, long now, long endOfLease)
    {
        var first = session.Query("""
            DELETE FROM Waiting WHERE Queue = ?1 AND Number = (SELECT min(Number) FROM Waiting WHERE Queue = ?1) RETURNING Number, JobId
            """, row => (Number: row.GetInt64(0), JobId: row.GetString(1)), queue);
        if (first is not [var (number, jobId)]) return null;
        var entry = new FetchedEntry(queue, number, Random.Shared.NextInt64());
        session.Execute("INSERT INTO Fetched (Queue, Number, JobId, Fetch, Owner, FetchedAt, InvisibleUntil) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            queue, number, jobId, entry.Fetch, owner, now, endOfLease);
        return (entry, jobId);
    }

    /// <summary>Takes the entry away for good; false when the fetch was lost to a later one.</summary>
    public static bool Remove(Session session, FetchedEntry entry) =>
        session.Execute("DELETE FROM Fetched WHERE Queue = ?1 AND Number = ?2 AND Fetch = ?3", entry.Queue, entry.Number, entry.Fetch) == 1;

    /// <summary>Makes the entry anybody's again, at its place; false when a later fetch has it.</summary>
    public static bool GiveBack(Session session, FetchedEntry entry) => session.Execute("""
        INSERT INTO Waiting (Queue, Number, JobId) SELECT Queue, Number, JobId FROM Fetched WHERE Queue = ?1 AND Number = ?2 AND Fetch = ?3
        """, entry.Queue, entry.Number, entry.Fetch) == 1 && Remove(session, entry);

    /// <summary>Makes all that an owner has anybody's again; tells how many.</summary>
    public static int GiveBackAllOf(Session session, string owner)
    {
        var entries = session.Query("SELECT Queue, Number, Fetch FROM Fetched WHERE Owner = ?1", EntryOf, owner);
        return entries.Count(entry => GiveBack(session, entry));
    }

    /// <summary>The entries whose lease has ended, with their owners.</summary>
    public static List<(FetchedEntry Entry, string Owner)> Expired(Session session, long now) => session.Query(
        "SELECT Queue, Number, Fetch, Owner FROM Fetched WHERE InvisibleUntil < ?1", row => (EntryOf(row), row.GetString(3)), now);

    /// <summary>Moves the end of the lease; what was lost in between stays lost.</summary>
    public static void Renew(Session session, FetchedEntry entry, long endOfLease) => session.Execute(
        "UPDATE Fetched SET InvisibleUntil = ?4 WHERE Queue = ?1 AND Number = ?2 AND Fetch = ?3", entry.Queue, entry.Number, entry.Fetch, endOfLease);

    /// <summary>Whether a lease has ended and was not renewed.</summary>
    public static bool HasExpired(Session session, FetchedEntry entry, long now) => session.Scalar<long>(
        "SELECT count(*) FROM Fetched WHERE Queue = ?1 AND Number = ?2 AND Fetch = ?3 AND InvisibleUntil < ?4",
        entry.Queue, entry.Number, entry.Fetch, now) == 1;

    private static FetchedEntry EntryOf(Row row) => new(row.GetString(0), row.GetInt64(1), row.GetInt64(2));
}
