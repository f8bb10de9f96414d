using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>One open connection and its prepared statements, used by one thread at a time. Parameters are <c>?1</c>, <c>?2</c>, ….</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    /// <summary>First column of the first row; default when there is no row or it is null.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> values) =>
        Bound(sql, values).ExecuteScalar() is { } value and not DBNull ? (T)value : default;

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs the work in a transaction that holds the file's write lock from its start, so that it never fails half way as busy.</summary>
    public T InWriteTransaction<T>(Func<Session, T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work(this);
            Execute("COMMIT");
            return result;
        }
        catch
        {
            var isStillOpen = raw.sqlite3_get_autocommit(connection.Handle) == 0;
            if (isStillOpen) Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>Whether the file was deleted, moved or replaced since it was opened.</summary>
    public bool HasLostItsFile => FileIdentity.HasMoved(connection.Handle!);

    /// <summary>Whether SQLite could open the file for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    /// <summary>Copies the whole database as of now into another.</summary>
    public void CopyTo(SqliteConnection target) => connection.BackupDatabase(target);

    /// <summary>Whether closing the last connection leaves the write-ahead log as it is, instead of writing it into the file.</summary>
    public void KeepWalWhenClosed(bool keep) => raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, out _);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command)) _commands[sql] = command = Prepared(sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepared(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"?{i}"), value: null));
        return command;
    }
}
