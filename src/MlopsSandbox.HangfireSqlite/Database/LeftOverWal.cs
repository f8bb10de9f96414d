using MlopsSandbox.HangfireSqlite.Queue;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>
/// A write-ahead log that dead processes left behind. SQLite would take a foreign one for the file's own and write it into the file, and
/// would delete one without a file; both are refused before either is touched.
/// </summary>
internal static class LeftOverWal
{
    /// <summary>Whether there is one, of whichever process. Only the sizes are looked at: to open and close a database file would drop SQLite's locks on it.</summary>
    /// <exception cref="SqliteStorageException">There is one, and no database.</exception>
    public static bool Find(string path)
    {
        if (SizeOf(WalOf(path)) == 0) return false;
        if (SizeOf(path) > 0) return true;
        throw new SqliteStorageException(
            $"{WalOf(path)}: the write-ahead log holds commits, but its database {path} is missing or empty; expected both, or neither. " +
            "Put the database back, or move the log away to start empty.");
    }

    /// <summary>Checks that file and log make one sound database, when no process that is alive vouches for it.</summary>
    /// <exception cref="SqliteStorageException">They don't fit.</exception>
    public static void Check(Session session, string path)
    {
        var isVouchedFor = session.Query("SELECT Token FROM Owner", row => row.GetString(0))
            .Any(token => ProcessPresence.JudgeLock(path, token) == Standing.Alive);
        if (isVouchedFor) return;
        var found = session.Scalar<string>("PRAGMA quick_check(1)");
        if (found is "ok") return;
        throw Unfit(path, found?.ReplaceLineEndings(" "));
    }

    public static SqliteStorageException Unfit(string path, string? found, Exception? cause = null) => new(
        $"{path}: the database and its write-ahead log {WalOf(path)} don't make a sound database ({found}); expected the log that was written with this file. " +
        "Put the right log beside it, or move the log away: the database then stands as it was before the log. Or restore a copy.", cause);

    private static string WalOf(string path) => path + "-wal";

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
