namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Counters as rows, one each: SQLite has one writer at a time, so that a counter needs no shards that are summed up later.</summary>
internal static class CounterRecords
{
    /// <summary>Counts; an end that is given takes the place of the earlier one, to within a second.</summary>
    public static void Add(Session session, string key, int by, long? expireAt)
    {
        if (AddToKnown(session, key, by, expireAt) == 0) AddOrMakeNew(session, key, by, expireAt);
    }

    // Leaves the end as it is, and so the index of ends untouched, which a busy server's counts would else change with each job.
    private static int AddToKnown(Session session, string key, int by, long? expireAt) => session.Execute(
        "UPDATE Counter SET Value = Value + ?2 WHERE \"Key\" = ?1 AND (?3 IS NULL OR ExpireAt BETWEEN ?3 - 1000 AND ?3)", key, by, expireAt);

    private static void AddOrMakeNew(Session session, string key, int by, long? expireAt) => session.Execute("""
        INSERT INTO Counter ("Key", Value, ExpireAt) VALUES (?1, ?2, ?3)
        ON CONFLICT ("Key") DO UPDATE SET Value = Value + excluded.Value, ExpireAt = excluded.ExpireAt
        """, key, by, expireAt);
}
