using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>
/// Distributed locks in the hands of the operating system: each is one byte of a file beside the database, whose place is a hash of the
/// resource's name. A byte that is locked costs no write, and is free at once when its process ends, however it ends.
/// </summary>
/// <remarks>The file stays empty, and is left where it is: taking it away would part those who have it open from those who come later.</remarks>
[UnsupportedOSPlatform("macos"), UnsupportedOSPlatform("ios"), UnsupportedOSPlatform("tvos"), UnsupportedOSPlatform("freebsd")]
internal sealed class LockFile(string databasePath) : ILockTable, IDisposable
{
    private readonly SharedLockFile _file = SharedLockFile.Open($"{databasePath}-locks");
    private readonly HashSet<long> _mine = [];
    private bool _isClosed;

    public bool TryTake(HeldLock wanted)
    {
        var place = PlaceOf(wanted.Resource);
        lock (_mine)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _file.TryLock(place) && _mine.Add(place);
        }
    }

    public void Free(HeldLock held)
    {
        var place = PlaceOf(held.Resource);
        lock (_mine)
        {
            if (_mine.Remove(place)) _file.Unlock(place);
        }
    }

    /// <summary>Frees all that was taken here, as the end of the process would.</summary>
    public void Dispose()
    {
        lock (_mine)
        {
            if (_isClosed) return;
            _isClosed = true;
            foreach (var place in _mine) _file.Unlock(place);
            _mine.Clear();
        }
        _file.Dispose();
    }

    private static long PlaceOf(string resource)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(resource), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash) & (long.MaxValue >> 1);
    }
}
