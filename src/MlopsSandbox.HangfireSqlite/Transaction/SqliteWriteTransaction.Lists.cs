namespace MlopsSandbox.HangfireSqlite.Transaction;

internal sealed partial class SqliteWriteTransaction
{
    public override void InsertToList(string key, string value) => Add("INSERT INTO List (\"Key\", Value) VALUES (?1, ?2)", Given(key), Given(value));

    public override void RemoveFromList(string key, string value) => Add("DELETE FROM List WHERE \"Key\" = ?1 AND Value = ?2", Given(key), Given(value));

    /// <summary>Keeps the items from one position to another, both included, counted from 0 at the newest.</summary>
    public override void TrimList(string key, int keepStartingFrom, int keepEndingAt) => Add("""
        DELETE FROM List WHERE "Key" = ?1 AND Id NOT IN (
            SELECT Id FROM List WHERE "Key" = ?1 ORDER BY Id DESC LIMIT ?2 OFFSET ?3)
        """, Given(key), Math.Max(0L, (long)keepEndingAt - keepStartingFrom + 1), keepStartingFrom);

    public override void ExpireList(string key, TimeSpan expireIn) => Add("UPDATE List SET ExpireAt = ?2 WHERE \"Key\" = ?1", Given(key), After(expireIn));

    public override void PersistList(string key) => Add("UPDATE List SET ExpireAt = NULL WHERE \"Key\" = ?1", Given(key));
}
