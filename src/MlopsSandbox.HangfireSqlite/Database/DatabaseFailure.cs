using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Says in words why a file can't be opened, read or written: where, what was found, what was expected, what to do.</summary>
internal static class DatabaseFailure
{
    private const int Busy = 5, ReadOnly = 8, InputOutput = 10, DamagedPage = 11, DiskFull = 13, CannotOpen = 14, NotADatabase = 26;

    public static SqliteStorageException Of(string path, SqliteException cause) => new(Explain(path, cause), cause);

    /// <summary>The file that was opened lies no longer at its path.</summary>
    public static SqliteStorageException Moved(string path) => new(
        $"{path}: the file was {(File.Exists(path) ? "replaced" : "deleted or moved")} while it was open; expected the one that was opened. " +
        "Put it back and the work goes on, or restart the program to use what is there now.");

    public static SqliteStorageException MayNotBeWritten(string path) =>
        new($"{path}: can't be written; expected a file and a folder that this user may write. Check their permissions.");

    public static bool IsDamage(SqliteException cause) => cause.SqliteErrorCode is DamagedPage or NotADatabase;

    private static string Explain(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        NotADatabase => $"{path}: the file is not a SQLite database; expected one, or no file. Give another path, or move the file away.",
        CannotOpen => $"{path}: can't be opened or created; expected a file in a folder that exists and may be written. Check the folder.",
        ReadOnly => MayNotBeWritten(path).Message,
        DamagedPage => $"{path}: the database is damaged ({cause.Message}). Restore it from a copy, or move it away to start empty.",
        DiskFull => $"{path}: no room is left on its disk; expected room for a write, which was undone whole. Make room: servers then go on by themselves.",
        Busy => $"{path}: another process kept the file locked for longer than the BusyTimeout; expected its writes to be short. " +
            "The write was undone whole and can be tried again. Look for a program that holds a transaction open.",
        InputOutput => Invariant($"{path}: the file system failed ({cause.Message}, extended code {cause.SqliteExtendedErrorCode}); expected a healthy local disk with room. ") +
            "The write was undone whole and can be tried again.",
        _ => $"{path}: SQLite refused: {cause.Message}",
    };
}
