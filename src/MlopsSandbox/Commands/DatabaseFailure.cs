using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Commands;

/// <summary>Says in words why a database of the home that had been opened could not be read or written on.</summary>
internal static class DatabaseFailure
{
    private const int Busy = 5, ReadOnly = 8, DiskError = 10, DamagedPage = 11, Full = 13, NotADatabase = 26;

    /// <summary>Where, what was found, what was expected, what to do.</summary>
    public static string Explain(string home, SqliteException cause) => cause.SqliteErrorCode switch
    {
        Full => $"home {home}: the disk is full; expected room for what a run makes. Make room, then go on with resume.",
        DiskError => $"home {home}: the disk refused to read or write ({cause.Message}); expected a disk that works and has room. Look at it, then go on with resume.",
        DamagedPage or NotADatabase => $"home {home}: a database is damaged ({cause.Message}); expected one that this program wrote. Restore the folder from a copy, or choose another --home.",
        ReadOnly => $"home {home}: a database cannot be written ({cause.Message}); expected files that this user may write. Check their permissions.",
        Busy => $"home {home}: another process held a database for too long ({cause.Message}); expected it to let go within half a minute. Try again, or stop that process.",
        _ => $"home {home}: a database refused: {cause.Message} Expected one that can be read and written. Check the folder, or choose another --home.",
    };
}
