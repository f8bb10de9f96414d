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
        Collect(problems, () => session.Query("SELECT JobId, Number FROM State WHERE JobId NOT IN (SELECT Id FROM Job)", Orphan));
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

    private static string Orphan(Row row) => Invariant($"State {row.GetInt64(1)} of job {row.GetInt64(0)} is there, but no such job.");
}
