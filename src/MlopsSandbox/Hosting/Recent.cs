namespace MlopsSandbox.Hosting;

/// <summary>What was asked for last: a few of many. When there are too many, the one that nobody asked for the longest goes. Safe to share between threads.</summary>
/// <typeparam name="TValue">What is kept; null is not.</typeparam>
/// <param name="most">How many are kept.</param>
internal sealed class Recent<TValue>(int most) where TValue : class
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Kept> _kept = [];

    /// <summary>What is kept under a key, renewed. Those who ask for the same at the same time wait for each other, so that it is made once; those who ask for something else do not.</summary>
    /// <param name="key">The key.</param>
    /// <param name="renew">Given what is kept, null when nothing is; gives what is to be kept. When it throws, what was kept stays.</param>
    public TValue? Of(string key, Func<TValue?, TValue?> renew)
    {
        Kept kept = Find(key);
        lock (kept.Renewing) return kept.Value = renew(kept.Value);
    }

    private Kept Find(string key)
    {
        lock (_lock)
        {
            if (!_kept.Remove(key, out Kept? kept)) kept = new Kept();
            _kept.Add(key, kept);
            if (_kept.Count > most) _kept.RemoveAt(0);
            return kept;
        }
    }

    private sealed class Kept
    {
        public Lock Renewing { get; } = new();

        public TValue? Value { get; set; }
    }
}
