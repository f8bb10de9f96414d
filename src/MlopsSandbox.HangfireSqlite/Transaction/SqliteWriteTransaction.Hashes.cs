namespace MlopsSandbox.HangfireSqlite.Transaction;

internal sealed partial class SqliteWriteTransaction
{
    public override void SetRangeInHash(string key, IEnumerable<KeyValuePair<string, string>> keyValuePairs)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(keyValuePairs);
        foreach (var (field, value) in keyValuePairs)
        {
            Add("""
                INSERT INTO Hash ("Key", Field, Value) VALUES (?1, ?2, ?3)
                ON CONFLICT ("Key", Field) DO UPDATE SET Value = excluded.Value
                """, key, field, value);
        }
    }

    public override void RemoveHash(string key) => Add("DELETE FROM Hash WHERE \"Key\" = ?1", Given(key));

    public override void ExpireHash(string key, TimeSpan expireIn) => Add("UPDATE Hash SET ExpireAt = ?2 WHERE \"Key\" = ?1", Given(key), After(expireIn));

    public override void PersistHash(string key) => Add("UPDATE Hash SET ExpireAt = NULL WHERE \"Key\" = ?1", Given(key));
}
