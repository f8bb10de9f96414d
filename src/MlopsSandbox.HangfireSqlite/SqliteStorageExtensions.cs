using MlopsSandbox.HangfireSqlite;

namespace Hangfire;

/// <summary>Lets Hangfire keep its jobs in SQLite.</summary>
public static class SqliteStorageExtensions
{
    /// <summary>Keeps jobs in the SQLite file at a path, or that a connection string of Microsoft.Data.Sqlite names.</summary>
    /// <exception cref="SqliteStorageException">An option is out of range, or the file can't be used.</exception>
    public static IGlobalConfiguration<SqliteStorage> UseSqliteStorage(
        this IGlobalConfiguration configuration, string pathOrConnectionString, SqliteStorageOptions? options = null) =>
        configuration.UseStorage(new SqliteStorage(pathOrConnectionString, options));
}
