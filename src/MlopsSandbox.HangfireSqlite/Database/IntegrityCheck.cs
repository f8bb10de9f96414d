using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>SQLite's own checks of the whole file. Workers go on meanwhile.</summary>
internal static class IntegrityCheck
{
    /// <summary>What is wrong, one sentence each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(Session session)
    {
        var problems = new List<string>();
        Collect(problems, () => session.Query("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").SelectMany(Lines));
        Collect(problems, () => session.Query("PRAGMA foreign_key_check", Orphan));
        return problems;
    }

    // A file may be too damaged to be checked to its end.
    private static void Collect(List<string> problems, Func<IEnumerable<string>> check)
    {
        try
        {
            problems.AddRange(check());
        }
        catch (SqliteException cause) when (DatabaseFailure.IsDamage(cause))
        {
            problems.Add(cause.Message);
        }
    }

    private static string[] Lines(string message) => message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Orphan(Row row) => row.IsDBNull(1)
        ? $"A row of {row.GetString(0)} refers to a {row.GetString(2)} that is not there."
        : Invariant($"Row {row.GetInt64(1)} of {row.GetString(0)} refers to a {row.GetString(2)} that is not there.");
}
