using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>One open connection and its prepared statements, used by one thread at a time. Parameters are <c>?1</c>, <c>?2</c>, ….</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>Every statement that this session has run.</summary>
    public IEnumerable<string> Statements => _statements.Keys;

    /// <summary>False also when SQLite has rolled a transaction back by itself, as it does when the disk is full.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Runs a statement; returns how many rows it changed, when it changes rows.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        Scalar<object>(sql, values);
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>First column of the first row; default when there is no row or it is null.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql);
        try
        {
            statement.Bind(values);
            return statement.Step(out var row) && row.Value(0) is { } value ? (T)value : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql);
        try
        {
            statement.Bind(values);
            var rows = new List<T>();
            while (statement.Step(out var row)) rows.Add(read(row));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Runs statements once.</summary>
    public void Script(string sql)
    {
        var result = raw.sqlite3_exec(connection.Handle, sql);
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, connection.Handle);
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
            if (IsInTransaction) Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>Copies what the write-ahead log holds into the file, as far as readers allow, and flushes both; false when another does it just now.</summary>
    public bool Checkpoint()
    {
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        if (result == raw.SQLITE_BUSY) return false;
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return true;
    }

    /// <summary>How many frames of the write-ahead log are not yet copied into the file.</summary>
    public int FramesToCheckpoint()
    {
        const int justTell = -1;    // SQLITE_CHECKPOINT_NOOP
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", justTell, out var frames, out var copied);
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return frames - copied;
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
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new Statement(connection.Handle!, sql);
        return statement;
    }
}
