namespace MlopsSandbox.Web.Live;

/// <summary>Tells of changes of a database, whichever process makes them. One look for all who listen, and none while nobody does.</summary>
/// <remarks>Changes that follow each other faster than <see cref="Coalescing"/> are told as one.</remarks>
internal abstract class ChangeWatch(TimeProvider time) : IDisposable
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

    /// <summary>Waits for one change after another, and gives each; ends when it is cancelled, and throws nothing then.</summary>
    protected abstract IAsyncEnumerable<bool> Changes(CancellationToken stop);

    private async Task WatchAsync(CancellationToken stop)
    {
        await foreach (bool _ in Changes(stop).ConfigureAwait(false))
        {
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

    private sealed class Listening(ChangeWatch watch, Action changed) : IDisposable
    {
        public void Dispose() => watch.StopListening(changed);
    }
}
