using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Connection;

internal sealed partial class SqliteJobConnection
{
    public override void SetRangeInHash(string key, IEnumerable<KeyValuePair<string, string>> keyValuePairs)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(keyValuePairs);
        using var transaction = CreateWriteTransaction();
        transaction.SetRangeInHash(key, keyValuePairs);
        transaction.Commit();
    }

    /// <summary>All fields; null when the hash doesn't exist, as Hangfire asks.</summary>
    public override Dictionary<string, string> GetAllEntriesFromHash(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var fields = Database.Read(session => session.Query("SELECT Field, Value FROM Hash WHERE \"Key\" = ?1",
            row => KeyValuePair.Create(row.GetString(0), Columns.Text(row, 1)!), key));
        return fields.Count == 0 ? null! : fields.ToDictionary(StringComparer.Ordinal);
    }

    public override string GetValueFromHash(string key, string name) =>
        Texts("SELECT Value FROM Hash WHERE \"Key\" = ?1 AND Field = ?2", Given(key), Given(name)).FirstOrDefault()!;

    public override long GetHashCount(string key) => Count("SELECT count(*) FROM Hash WHERE \"Key\" = ?1", Given(key));

    public override TimeSpan GetHashTtl(string key) => TimeToLive("SELECT min(ExpireAt) FROM Hash WHERE \"Key\" = ?1", Given(key));
}
