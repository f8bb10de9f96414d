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
    private (SqliteConnection Connection, Session Session) _watcher;
    private long _watchers;
    private bool _disposed;

    /// <exception cref="SqliteException">The file can't be opened or is no database.</exception>
    public SqliteFile(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ConnectionString;
        _writer = Open();
        try
        {
            _writer.Run("PRAGMA journal_mode = WAL");
            _watcher = OpenWatcher();
        }
        catch (SqliteException)
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>Called before each statement that writes; a test lets it throw, as a full disk would.</summary>
    public Action? Writing { get => _writer.Writing; set => _writer.Writing = value; }

    /// <summary>True when the file was deleted or another was put in its place: what is read and written here is in the old one.</summary>
    public bool HasLostItsFile
    {
        get
        {
            lock (_watching)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return FileIdentity.HasMoved(_watcher.Connection.Handle!);
            }
        }
    }

    /// <summary>A number that changes when any connection of any process has committed something.</summary>
    /// <exception cref="SqliteException">It could not be read; the next look is by a new connection.</exception>
    public long ChangeCount()
    {
        lock (_watching)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                return (_watchers << 32) + _watcher.Session.Query($"PRAGMA data_version", row => row.Whole("data_version"))[0];
            }
            catch (SqliteException)
            {
                Session broken = _watcher.Session;
                _watcher = OpenWatcher();
                broken.Dispose();
                throw;
            }
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
            _watcher.Session.Dispose();
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

    // SQLite's numbers compare within one connection, so each has its own range.
    private (SqliteConnection Connection, Session Session) OpenWatcher()
    {
        SqliteConnection connection = new(_connectionString);
        Session session = Open(connection);
        _watchers++;
        return (connection, session);
    }

    private Session Open() => Open(new SqliteConnection(_connectionString));

    private static Session Open(SqliteConnection connection)
    {
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
