using Hangfire.Common;

namespace MlopsSandbox.HangfireSqlite.Connection;

internal sealed partial class SqliteJobConnection
{
    public override HashSet<string> GetAllItemsFromSet(string key) =>
        [.. Texts("SELECT Value FROM \"Set\" WHERE \"Key\" = ?1 ORDER BY Score, Id", Given(key))];

    public override string GetFirstByLowestScoreFromSet(string key, double fromScore, double toScore) =>
        GetFirstByLowestScoreFromSet(key, fromScore, toScore, count: 1).FirstOrDefault()!;

    public override List<string> GetFirstByLowestScoreFromSet(string key, double fromScore, double toScore, int count)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (toScore < fromScore) throw new ArgumentException($"toScore is {toScore}; expected {fromScore} (fromScore) or more.", nameof(toScore));
        return Texts("SELECT Value FROM \"Set\" WHERE \"Key\" = ?1 AND Score BETWEEN ?2 AND ?3 ORDER BY Score, Id LIMIT ?4", key, fromScore, toScore, count);
    }

    public override long GetSetCount(string key) => Count("SELECT count(*) FROM \"Set\" WHERE \"Key\" = ?1", Given(key));

    /// <summary>How many items the sets hold together, counted up to the limit.</summary>
    public override long GetSetCount(IEnumerable<string> keys, int limit)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Count("SELECT count(*) FROM (SELECT 1 FROM \"Set\" WHERE \"Key\" IN (SELECT value FROM json_each(?1)) LIMIT ?2)",
            SerializationHelper.Serialize(keys.ToArray()), limit);
    }

    public override bool GetSetContains(string key, string value) =>
        Count("SELECT EXISTS (SELECT 1 FROM \"Set\" WHERE \"Key\" = ?1 AND Value = ?2)", Given(key), Given(value)) == 1;

    public override List<string> GetRangeFromSet(string key, int startingFrom, int endingAt) =>
        Texts("SELECT Value FROM \"Set\" WHERE \"Key\" = ?1 ORDER BY Score, Id LIMIT ?2 OFFSET ?3", Given(key), Rows(startingFrom, endingAt), startingFrom);

    public override TimeSpan GetSetTtl(string key) => TimeToLive("SELECT min(ExpireAt) FROM \"Set\" WHERE \"Key\" = ?1", Given(key));
}
