using System.Runtime.Versioning;
using Hangfire.Logging;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>
/// This process as others see it: a file beside the database that the operating system keeps locked exactly as long as the process lives.
/// A process id would lie across containers and after reuse.
/// </summary>
internal sealed class ProcessPresence : IDisposable
{
    /// <summary>Begins the tokens of processes that have no lock others could see.</summary>
    public const string UnlockedPrefix = "unlocked-";

    private readonly ILog _log = LogProvider.For<ProcessPresence>();
    private readonly DatabaseFile _database;
    private readonly FileStream? _lockFile;

    public ProcessPresence(DatabaseFile database, Leases leases, bool useLockFile)
    {
        _database = database;
        var id = Guid.NewGuid().ToString("N");
        Token = id;
        _lockFile = useLockFile ? Lock(FileOf(id)) : null;
        if (_lockFile is null) Token = UnlockedPrefix + id;
        else Register();
        Locks = LocksBytes ? new LockFile(database.Path) : new LockRows(database, this, leases);
    }

    /// <summary>Names this process in the database.</summary>
    public string Token { get; }

    /// <summary>The distributed locks, as far as this process holds them.</summary>
    public ILockTable Locks { get; }

    /// <summary>Whether the process that a token names still runs.</summary>
    public Standing Judge(string token)
    {
        if (token == Token) return Standing.Alive;
        var locksCanBeSeen = _lockFile is not null && !token.StartsWith(UnlockedPrefix, StringComparison.Ordinal);
        return locksCanBeSeen ? JudgeLock(_database.Path, token) : Standing.Unknown;
    }

    /// <summary>Whether the process that a token names holds its lock.</summary>
    public static Standing JudgeLock(string databasePath, string token)
    {
        try
        {
            using var abandoned = new FileStream(FileOf(databasePath, token), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return Standing.Dead;
        }
        catch (FileNotFoundException)
        {
            return Standing.Dead;
        }
        catch (UnauthorizedAccessException)
        {
            return Standing.Unknown;
        }
        catch (IOException)
        {
            return Standing.Alive;
        }
    }

    /// <summary>Takes away the file of a process that is dead; a file that can't be deleted does no harm.</summary>
    public void Forget(string token)
    {
        try
        {
            File.Delete(FileOf(token));
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            _log.DebugException($"The lock file of the dead process {token} could not be deleted.", left);
        }
    }

    /// <summary>Lets go of the lock, as the end of the process would; the file stays for others to find.</summary>
    public void Dispose()
    {
        (Locks as IDisposable)?.Dispose();
        _lockFile?.Dispose();
    }

    [UnsupportedOSPlatformGuard("macos"), UnsupportedOSPlatformGuard("ios"), UnsupportedOSPlatformGuard("tvos"), UnsupportedOSPlatformGuard("freebsd")]
    private bool LocksBytes => _lockFile is not null && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows());

    private string FileOf(string token) => FileOf(_database.Path, token);

    private static string FileOf(string databasePath, string token) => $"{databasePath}-owner-{token}";

    private void Register()
    {
        try
        {
            _database.Write(session => session.Execute("INSERT INTO Owner (Token, Since) VALUES (?1, ?2)", Token, _database.Now));
        }
        catch
        {
            Dispose();
            Forget(Token);
            throw;
        }
    }

    /// <summary>Null where this file system doesn't keep a second opener out.</summary>
    private static FileStream? Lock(string path)
    {
        var locked = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        try
        {
            using var second = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return locked;
        }
        locked.Dispose();
        File.Delete(path);
        return null;
    }
}
