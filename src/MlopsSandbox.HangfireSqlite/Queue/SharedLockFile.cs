using System.Runtime.Versioning;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>
/// A lock file as the whole process has it open, once: to the operating system locked bytes are the process's, and closing any handle on
/// the file frees them all.
/// </summary>
[UnsupportedOSPlatform("macos"), UnsupportedOSPlatform("ios"), UnsupportedOSPlatform("tvos"), UnsupportedOSPlatform("freebsd")]
internal sealed class SharedLockFile : IDisposable
{
    private static readonly Dictionary<string, SharedLockFile> ByPath = new(StringComparer.Ordinal);

    private readonly FileStream _stream;
    private readonly HashSet<long> _locked = [];
    private int _users;

    private SharedLockFile(string path) =>
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    public static SharedLockFile Open(string path)
    {
        lock (ByPath)
        {
            if (!ByPath.TryGetValue(path, out var file)) ByPath[path] = file = new SharedLockFile(path);
            file._users++;
            return file;
        }
    }

    /// <summary>Closes the file when nobody else in this process uses it.</summary>
    public void Dispose()
    {
        lock (ByPath)
        {
            if (--_users > 0) return;
            ByPath.Remove(_stream.Name);
            _stream.Dispose();
        }
    }

    public bool TryLock(long place)
    {
        lock (_locked)
        {
            if (_locked.Contains(place)) return false;
            try
            {
                _stream.Lock(place, 1);
            }
            catch (IOException)
            {
                return false;       // Another process has it.
            }
            return _locked.Add(place);
        }
    }

    public void Unlock(long place)
    {
        lock (_locked)
        {
            _stream.Unlock(place, 1);
            _locked.Remove(place);
        }
    }
}
