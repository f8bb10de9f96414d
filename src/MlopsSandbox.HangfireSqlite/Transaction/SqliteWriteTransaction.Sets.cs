namespace MlopsSandbox.HangfireSqlite.Transaction;

internal sealed partial class SqliteWriteTransaction
{
    private const string PutInSet =
        "INSERT INTO \"Set\" (\"Key\", Value, Score) VALUES (?1, ?2, ?3) ON CONFLICT (\"Key\", Value) DO UPDATE SET Score = excluded.Score";

    public override void AddToSet(string key, string value) => AddToSet(key, value, score: 0);

    public override void AddToSet(string key, string value, double score) => Add(PutInSet, Given(key), Given(value), score);

    public override void AddRangeToSet(string key, IList<string> items)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(items);
        if (items.Contains(null!)) throw new ArgumentException("One of the items is null; expected none.", nameof(items));
        foreach (var item in items) AddToSet(key, item);
    }

    public override void RemoveFromSet(string key, string value) => Add("DELETE FROM \"Set\" WHERE \"Key\" = ?1 AND Value = ?2", Given(key), Given(value));

    public override void RemoveSet(string key) => Add("DELETE FROM \"Set\" WHERE \"Key\" = ?1", Given(key));

    public override void ExpireSet(string key, TimeSpan expireIn) => Add("UPDATE \"Set\" SET ExpireAt = ?2 WHERE \"Key\" = ?1", Given(key), After(expireIn));

    public override void PersistSet(string key) => Add("UPDATE \"Set\" SET ExpireAt = NULL WHERE \"Key\" = ?1", Given(key));
}
