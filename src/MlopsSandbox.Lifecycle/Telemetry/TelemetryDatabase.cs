using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Opens <c>telemetry.db</c> and keeps its schema. Times are nanoseconds since 1970 in UTC, as in OTLP.</summary>
internal static class TelemetryDatabase
{
    private const int DiskError = 10, DiskFull = 13;

    /// <summary>Opens the file, and creates it or brings its schema forward where needed.</summary>
    /// <exception cref="TelemetryDatabaseException">It is of a newer version, or SQLite refused.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            connection.Run("PRAGMA busy_timeout = 10000");
            Prepare(connection, path);
            connection.Run("PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch (SqliteException cause)
        {
            connection.Dispose();
            throw new TelemetryDatabaseException($"{path}: {Explain(cause)}", cause);
        }
        catch (TelemetryDatabaseException)
        {
            connection.Dispose();
            throw;
        }
    }

    // An empty file is as good where the bytes are strange, and no help at all where the disk is full.
    private static string Explain(SqliteException cause) => cause.SqliteErrorCode is DiskError or DiskFull
        ? $"the disk refused to read or write ({cause.Message}); expected a disk that works and has room. Make room, then try again."
        : $"SQLite refused: {cause.Message} Expected the telemetry of this program, or no file. Move the file away to start an empty one.";

    /// <summary>Runs a statement with parameters <c>@1</c>, <c>@2</c>, …; returns how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>A command with parameters <c>@1</c>, <c>@2</c>, ….</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@{i + 1}"), values[i] ?? DBNull.Value);
        }
        return command;
    }

    /// <summary>Nanoseconds since 1970.</summary>
    public static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The time that <see cref="Nanoseconds"/> wrote.</summary>
    public static DateTimeOffset Time(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    private static void Prepare(SqliteConnection connection, string path)
    {
        if (Version(connection, path) == TelemetrySchema.Migrations.Count) return;
        connection.Run("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = (int)Version(connection, path); version < TelemetrySchema.Migrations.Count; version++) connection.Run(TelemetrySchema.Migrations[version]);
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {TelemetrySchema.Migrations.Count}"));
        transaction.Commit();
    }

    private static long Version(SqliteConnection connection, string path)
    {
        using var command = connection.Command("PRAGMA user_version");
        var version = (long)command.ExecuteScalar()!;
        return version <= TelemetrySchema.Migrations.Count ? version : throw new TelemetryDatabaseException(string.Create(CultureInfo.InvariantCulture,
            $"{path}: the telemetry schema is version {version}; this program knows up to {TelemetrySchema.Migrations.Count}. Use a newer program, or another home."));
    }
}
