using System.Runtime.CompilerServices;

namespace MlopsSandbox.HangfireSqlite.Connection;

internal sealed partial class SqliteJobConnection
{
    public override long GetListCount(string key) => Count("SELECT count(*) FROM List WHERE \"Key\" = ?1", Given(key));

    public override List<string> GetAllItemsFromList(string key) => Texts("SELECT Value FROM List WHERE \"Key\" = ?1 ORDER BY Id DESC", Given(key));

    public override List<string> GetRangeFromList(string key, int startingFrom, int endingAt) =>
        Texts("SELECT Value FROM List WHERE \"Key\" = ?1 ORDER BY Id DESC LIMIT ?2 OFFSET ?3", Given(key), Rows(startingFrom, endingAt), startingFrom);

    public override TimeSpan GetListTtl(string key) => TimeToLive("SELECT min(ExpireAt) FROM List WHERE \"Key\" = ?1", Given(key));

    public override long GetCounter(string key) => Count("SELECT Value FROM Counter WHERE \"Key\" = ?1", Given(key));

    private static string Given(string argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(argument, name);
        return argument;
    }

    /// <summary>How many rows a range with both ends inside has.</summary>
    private static long Rows(int startingFrom, int endingAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startingFrom);
        ArgumentOutOfRangeException.ThrowIfLessThan(endingAt, startingFrom);
        return (long)endingAt - startingFrom + 1;
    }

    private long Count(string sql, params object?[] values) => Database.Read(session => session.Scalar<long>(sql, values));

    private List<string> Texts(string sql, params object?[] values) =>
        Database.Read(session => session.Query(sql, row => row.IsDBNull(0) ? null! : row.GetString(0), values));

    /// <summary>How long until the earliest expiry, zero when it is past; −1 s when nothing expires.</summary>
    private TimeSpan TimeToLive(string sql, string key) => Database.Read(session => session.Scalar<long?>(sql, key)) is { } expireAt
        ? TimeSpan.FromMilliseconds(Math.Max(0, expireAt - Database.Now))
        : TimeSpan.FromSeconds(-1);
}
