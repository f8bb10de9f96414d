using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>The file: any number of readers and one writer at a time in this process, which waits its turn among processes.</summary>
internal sealed partial class DatabaseFile : IDisposable
{
    /// <summary>A log of 64 MiB: the commit that finds it so long copies it itself, when <see cref="LogCheckpoints"/> can't keep up.</summary>
    private const int CheckpointPages = 16_384;

    /// <summary>A log that a burst or a long read made longer than this is cut after a checkpoint.</summary>
    private const int LogBytesKept = 64 << 20;

    private readonly SqliteConnectionStringBuilder _connection;
    private readonly SqliteStorageOptions _options;
    private readonly ConcurrentBag<Session> _idleReaders = [];
    private readonly WriterQueue _writer;
    private volatile bool _disposed;

    /// <exception cref="SqliteStorageException">The file can't be opened, is no database of this storage, or is of a newer version.</exception>
    public DatabaseFile(string pathOrConnectionString, SqliteStorageOptions options)
    {
        _connection = Parse(pathOrConnectionString);
        _connection.DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds);    // Else the library tries again for its own 30 seconds.
        _options = options;
        Path = System.IO.Path.GetFullPath(_connection.DataSource);
        _connection.DataSource = Path;
        _writer = new WriterQueue(OpenWriter(), new LogCheckpoints(Open));
        // From here on a file that is missing was taken away: no connection makes an empty one in its place.
        if (_connection.Mode == SqliteOpenMode.ReadWriteCreate) _connection.Mode = SqliteOpenMode.ReadWrite;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Milliseconds since 1970 in UTC, as every time in the file is kept.</summary>
    public long Now => _options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    public T Read<T>(Func<Session, T> read)
    {
        if (!_idleReaders.TryTake(out var session)) session = Open();
        try
        {
            return read(session);
        }
        catch (SqliteException cause)
        {
            throw DatabaseFailure.Of(Path, cause);
        }
        finally
        {
            _idleReaders.Add(session);
            if (_disposed) CloseIdleReaders();
        }
    }

    /// <summary>Makes the write in a transaction, which it may share with writes of other threads, and returns once it is committed.</summary>
    /// <exception cref="SqliteStorageException">It could not be made, and was undone whole.</exception>
    public T Write<T>(Func<Session, T> write)
    {
        try
        {
            return _writer.Run(session =>
            {
                CheckInPlace(session);
                return write(session);
            });
        }
        catch (SqliteException cause)
        {
            throw DatabaseFailure.Of(Path, cause);
        }
    }

    /// <summary>Makes the write without waiting for its commit while other threads write; it comes before all later ones.</summary>
    public void Post(Action<Session> write, Action<Exception> failed) => _writer.Post(
        session =>
        {
            CheckInPlace(session);
            write(session);
        },
        cause => failed(cause is SqliteException sqlite ? DatabaseFailure.Of(Path, sqlite) : cause));

    /// <summary>Every statement that was run by <see cref="Read"/> and <see cref="Write"/>, so that a test can ask how SQLite runs it.</summary>
    public IReadOnlySet<string> Statements() =>
        Write(writing => writing.Statements.Concat(_idleReaders.SelectMany(reader => reader.Statements)).ToHashSet(StringComparer.Ordinal));

    /// <summary>A connection of the caller's own.</summary>
    /// <exception cref="SqliteStorageException">The file can't be opened, or is another than this object has open.</exception>
    public Session Open()
    {
        try
        {
            if (_writer.HasLostItsFile) throw DatabaseFailure.Moved(Path);
            var session = Connect();
            session.KeepWalWhenClosed(false);
            return session;
        }
        catch (SqliteException cause)
        {
            throw DatabaseFailure.Of(Path, cause);
        }
    }

    /// <exception cref="SqliteStorageException">The file was deleted, moved or replaced since the session was opened.</exception>
    public void CheckInPlace(Session session)
    {
        if (session.HasLostItsFile) throw DatabaseFailure.Moved(Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        _writer.Dispose();
        CloseIdleReaders();
    }

    private Session OpenWriter()
    {
        var hasLeftOverWal = LeftOverWal.Find(Path);
        Session? session = null;
        try
        {
            session = Connect();
            if (session.IsReadOnly) throw DatabaseFailure.MayNotBeWritten(Path);
            if (Schema.Recognize(session, Path) && hasLeftOverWal) LeftOverWal.Check(session, Path);
            Schema.Prepare(session, Path);
            session.KeepWalWhenClosed(false);
            return session;
        }
        catch (SqliteException cause)
        {
            session?.Dispose();
            throw hasLeftOverWal && DatabaseFailure.IsDamage(cause) ? LeftOverWal.Unfit(Path, cause.Message, cause) : DatabaseFailure.Of(Path, cause);
        }
        catch (SqliteStorageException)
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>A connection that, until told otherwise, leaves file and log as they are when it is closed: they may have to be refused.</summary>
    private Session Connect()
    {
        var connection = new SqliteConnection(_connection.ConnectionString);
        var session = new Session(connection);
        try
        {
            connection.Open();
            session.KeepWalWhenClosed(true);
            session.Execute(FormattableString.Invariant($"PRAGMA busy_timeout = {(long)_options.BusyTimeout.TotalMilliseconds}"));
            session.Execute(_options.Durability == Durability.Power ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            session.Execute(FormattableString.Invariant($"PRAGMA wal_autocheckpoint = {CheckpointPages}"));
            session.Execute(FormattableString.Invariant($"PRAGMA journal_size_limit = {LogBytesKept}"));
            return session;
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
    }

    private void CloseIdleReaders()
    {
        while (_idleReaders.TryTake(out var session)) session.Dispose();
    }

    private static SqliteConnectionStringBuilder Parse(string pathOrConnectionString)
    {
        var builder = NamesDataSource().IsMatch(pathOrConnectionString)
            ? new SqliteConnectionStringBuilder(pathOrConnectionString)
            : new SqliteConnectionStringBuilder { DataSource = pathOrConnectionString };
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:")
        {
            throw new SqliteStorageException(
                $"Hangfire storage '{pathOrConnectionString}': found a database in memory; expected a file, as several connections share it. Give a path.");
        }
        builder.Pooling = false;
        builder.ForeignKeys = true;
        return builder;
    }

    [GeneratedRegex(@"(^|;)\s*(data\s?source|filename)\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesDataSource();
}
