using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Live;

/// <summary>Tells pages that the catalog has changed, whichever process changed it. One look for all pages, and none while nobody listens.</summary>
/// <remarks>A change is told within about 50 ms; changes that follow each other faster than <see cref="Coalescing"/> are told as one.</remarks>
internal sealed class CatalogWatch(CatalogStore catalog, TimeProvider time) : IDisposable
{
    /// <summary>At most one notice in this time.</summary>
    public static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly List<Action> _listeners = [];
    private CancellationTokenSource? _watching;

    /// <summary>Calls an action after each change, on a thread of the pool, until what is returned is disposed of. The action must not block or throw.</summary>
    public IDisposable Listen(Action changed)
    {
        lock (_lock)
        {
            _listeners.Add(changed);
            if (_watching is null)
            {
                _watching = new CancellationTokenSource();
                _ = WatchAsync(_watching.Token);
            }
        }
        return new Listening(this, changed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _listeners.Clear();
            StopWatching();
        }
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        long seen = catalog.ChangeCount();
        while (await catalog.Changed(seen, stop).ConfigureAwait(false))
        {
            seen = catalog.ChangeCount();
            Action[] listeners;
            lock (_lock) listeners = [.. _listeners];
            foreach (Action listener in listeners) listener();
            await Task.Delay(Coalescing, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void StopListening(Action changed)
    {
        lock (_lock)
        {
            _listeners.Remove(changed);
            if (_listeners.Count == 0) StopWatching();
        }
    }

    private void StopWatching()
    {
        _watching?.Cancel();
        _watching?.Dispose();
        _watching = null;
    }

    private sealed class Listening(CatalogWatch watch, Action changed) : IDisposable
    {
        public void Dispose() => watch.StopListening(changed);
    }
}
