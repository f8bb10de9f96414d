namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Reads and writes the columns that may be null, and times as milliseconds since 1970 in UTC.</summary>
internal static class Columns
{
    public static DateTime Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    public static DateTime? Of(Row row, int column) => row.IsDBNull(column) ? null : Of(row.GetInt64(column));

    public static string? Text(Row row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A time of unspecified kind is taken as UTC, as Hangfire means it.</summary>
    public static long Milliseconds(DateTime time) =>
        new DateTimeOffset(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}
