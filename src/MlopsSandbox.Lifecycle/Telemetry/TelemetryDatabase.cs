using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Opens <c>telemetry.db</c> and keeps its schema. Times are nanoseconds since 1970 in UTC, as in OTLP.</summary>
internal static class TelemetryDatabase
{
    private const int DiskError = 10, DiskFull = 13;

    /// <summary>Scripts by version: the n-th brings a file from version n to n + 1. Never edit one that was released; add the next.</summary>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE Span (
            TraceId TEXT NOT NULL,
            SpanId TEXT NOT NULL,
            ParentId TEXT,
            Name TEXT NOT NULL,
            Kind TEXT NOT NULL,
            Source TEXT NOT NULL,
            StartedAt INTEGER NOT NULL,
            EndedAt INTEGER,
            ClosedAt INTEGER,       -- end of the run, told by whichever process saw it; stands before the span's own end
            Status TEXT NOT NULL,
            StatusMessage TEXT,
            Attributes TEXT NOT NULL,
            Events TEXT NOT NULL,
            Links TEXT NOT NULL,
            Owner TEXT NOT NULL,
            PRIMARY KEY (TraceId, SpanId)) WITHOUT ROWID;
        CREATE INDEX Span_Open ON Span (Owner) WHERE EndedAt IS NULL;
        """,
    ];

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
        if (Version(connection, path) == Migrations.Length) return;
        connection.Run("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = Version(connection, path); version < Migrations.Length; version++) connection.Run(Migrations[version]);
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Migrations.Length}"));
        transaction.Commit();
    }

    private static long Version(SqliteConnection connection, string path)
    {
        using var command = connection.Command("PRAGMA user_version");
        var version = (long)command.ExecuteScalar()!;
        return version <= Migrations.Length ? version : throw new TelemetryDatabaseException(string.Create(CultureInfo.InvariantCulture,
            $"{path}: the telemetry schema is version {version}; this program knows up to {Migrations.Length}. Use a newer program, or another home."));
    }
}
