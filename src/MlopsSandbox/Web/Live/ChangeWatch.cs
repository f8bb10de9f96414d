namespace MlopsSandbox.Web.Live;

/// <summary>Tells of changes of a database, whichever process makes them. One look for all who listen, and none while nobody does.</summary>
/// <remarks>Changes that follow each other faster than <see cref="Coalescing"/> are told as one. Who watches must not slow down what is watched: the longer listeners take,
/// the longer they are left alone, up to <see cref="LongestPause"/>, so that a hundred tabs read and draw no more often than there is time for.</remarks>
internal abstract class ChangeWatch(TimeProvider time) : IDisposable
{
    /// <summary>At most one notice in this time.</summary>
    public static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(100);
    /// <summary>At least one notice in this time and that of the listeners, if something changes.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(800);
    // Listeners work about a twentieth of the time.
    private const int PauseRatio = 19;

    private readonly Lock _lock = new();
    private readonly List<Func<Task>> _listeners = [];
    private CancellationTokenSource? _watching;

    /// <summary>Calls a listener after each change, on a thread of the pool, until what is returned is disposed of. Its task ends when it has done what the change makes necessary.</summary>
    public IDisposable Listen(Func<Task> changed)
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
            Func<Task>[] listeners;
            lock (_lock) listeners = [.. _listeners];
            long start = time.GetTimestamp();
            await Task.WhenAll(listeners.Select(listener => listener())).WaitAsync(LongestPause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(PauseAfter(time.GetElapsedTime(start)), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How long listeners are left alone after a notice.</summary>
    /// <param name="work">How long they took over it.</param>
    internal static TimeSpan PauseAfter(TimeSpan work) => TimeSpan.FromTicks(Math.Clamp(PauseRatio * work.Ticks, Coalescing.Ticks, LongestPause.Ticks));

    private void StopListening(Func<Task> changed)
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

    private sealed class Listening(ChangeWatch watch, Func<Task> changed) : IDisposable
    {
        public void Dispose() => watch.StopListening(changed);
    }
}
