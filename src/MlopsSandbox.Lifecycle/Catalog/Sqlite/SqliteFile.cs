using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Catalog.Sqlite;

/// <summary>A database in one SQLite file with a write-ahead log: any number of readers, and one writer at a time among threads and processes.</summary>
/// <remarks>A commit survives the death of the process (<c>synchronous=NORMAL</c>).</remarks>
internal sealed class SqliteFile : IDisposable
{
    private const int BusyTimeoutMilliseconds = 30_000;
    private readonly string _connectionString;
    private readonly ConcurrentBag<Session> _idleReaders = [];
    private readonly Lock _writing = new();
    private readonly Lock _watching = new();
    private readonly Session _writer;
    private readonly Session _watcher;
    private bool _disposed;

    /// <exception cref="SqliteException">The file can't be opened or is no database.</exception>
    public SqliteFile(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ConnectionString;
        _writer = Open();
        try
        {
            _writer.Run("PRAGMA journal_mode = WAL");
            _watcher = Open();
        }
        catch (SqliteException)
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>Called before each statement that writes; a test lets it throw, as a full disk would.</summary>
    public Action? Writing { get => _writer.Writing; set => _writer.Writing = value; }

    /// <summary>A number that changes when any connection of any process has committed something.</summary>
    public long ChangeCount()
    {
        lock (_watching)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _watcher.Query($"PRAGMA data_version", row => row.Whole("data_version"))[0];
        }
    }

    /// <summary>Reads one consistent state, while others may write.</summary>
    public T Read<T>(Func<Session, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idleReaders.TryTake(out Session? session)) session = OpenReader();
        try
        {
            return InTransaction(session, "BEGIN", read);
        }
        finally
        {
            _idleReaders.Add(session);
            if (_disposed) CloseIdleReaders();
        }
    }

    /// <summary>Writes all or nothing.</summary>
    public T Write<T>(Func<Session, T> write)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return InTransaction(_writer, "BEGIN IMMEDIATE", write);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        lock (_watching)
        {
            if (_disposed) return;
            _disposed = true;
            _watcher.Dispose();
            _writer.Dispose();
        }
        CloseIdleReaders();
    }

    private static T InTransaction<T>(Session session, string begin, Func<Session, T> work)
    {
        session.Bound(begin);
        try
        {
            T result = work(session);
            session.Bound("COMMIT");
            return result;
        }
        catch
        {
            Undo(session);
            throw;
        }
    }

    private static void Undo(Session session)
    {
        try
        {
            session.Bound("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as after a full disk; what went wrong is on its way to the caller.
        }
    }

    private Session OpenReader()
    {
        Session session = Open();
        session.Run("PRAGMA query_only = ON");
        return session;
    }

    private Session Open()
    {
        SqliteConnection connection = new(_connectionString);
        connection.Open();
        Session session = new(connection);
        session.Run(FormattableString.Invariant($"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}; PRAGMA synchronous = NORMAL"));
        return session;
    }

    private void CloseIdleReaders()
    {
        while (_idleReaders.TryTake(out Session? session)) session.Dispose();
    }
}
