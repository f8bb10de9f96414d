using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Says in words why a file can't be opened.</summary>
internal static class OpenFailure
{
    private const int ReadOnly = 8, CorruptPage = 11, CannotOpen = 14, NotADatabase = 26;

    public static string Explain(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        NotADatabase => $"{path}: the file is not a SQLite database; expected one, or no file. Give another path, or move the file away.",
        CannotOpen => $"{path}: can't be opened or created; expected a file in a folder that exists and may be written. Check the folder.",
        ReadOnly => $"{path}: can't be written; expected a file and a folder that this user may write. Check their permissions.",
        CorruptPage => $"{path}: the database is damaged ({cause.Message}). Restore it from a copy, or move it away to start empty.",
        _ => $"{path}: SQLite refused: {cause.Message}",
    };
}
