using System.Runtime.InteropServices;
using SQLitePCL;

namespace MlopsSandbox.Lifecycle.Catalog.Sqlite;

/// <summary>Asks SQLite whether the file that it has open still lies at its path: a file that was deleted and made anew is another one, and changes there are seen by nobody who has the old one open.</summary>
internal static class FileIdentity
{
    private const int FileControlHasMoved = 20;

    /// <summary>One look at the folder, about a microsecond. Always false on Windows, where an open file can't be deleted.</summary>
    public static bool HasMoved(sqlite3 database) =>
        sqlite3_file_control(database.DangerousGetHandle(), mainDatabase: 0, FileControlHasMoved, out int moved) == raw.SQLITE_OK && moved != 0;

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_file_control(nint database, nint mainDatabase, int operation, out int answer);
}
