using System.Net;

namespace MlopsSandbox.Door;

/// <summary>Counts wrong keys by address, and locks an address out for a while: the longer, the more it tries.</summary>
/// <remarks>Addresses are forgotten a day after their last wrong key; at most 10,000 are remembered, the newest.</remarks>
internal sealed class FailedTries(TimeProvider time)
{
    /// <summary>Wrong keys that are free.</summary>
    public const int Free = 5;
    private const int MostAddresses = 10_000, MostDoublings = 10;
    private static readonly TimeSpan FirstLock = TimeSpan.FromSeconds(30), Memory = TimeSpan.FromDays(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, (int Tries, DateTimeOffset Last)> _tries = [];

    /// <summary>How long an address is still locked out; zero when it is not.</summary>
    public TimeSpan LockOf(IPAddress address)
    {
        lock (_lock)
        {
            if (!_tries.TryGetValue(address, out var seen) || seen.Tries < Free) return TimeSpan.Zero;
            TimeSpan left = seen.Last + (FirstLock * Math.Pow(2, Math.Min(MostDoublings, seen.Tries - Free))) - time.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Notes a wrong key.</summary>
    public void Note(IPAddress address)
    {
        lock (_lock)
        {
            Forget();
            _tries[address] = (_tries.GetValueOrDefault(address).Tries + 1, time.GetUtcNow());
        }
    }

    /// <summary>Notes the right key: what was wrong before no longer counts.</summary>
    public void Clear(IPAddress address)
    {
        lock (_lock) _tries.Remove(address);
    }

    private void Forget()
    {
        DateTimeOffset old = time.GetUtcNow() - Memory;
        foreach (IPAddress address in _tries.Where(one => one.Value.Last < old).Select(one => one.Key).ToArray()) _tries.Remove(address);
        if (_tries.Count >= MostAddresses) _tries.Remove(_tries.MinBy(one => one.Value.Last).Key);
    }
}
