namespace MlopsSandbox.Web.Live;

/// <summary>Tells of changes of something, whichever process makes them. One look for all who listen, and none while nobody does.</summary>
/// <remarks>Changes that follow each other faster than <see cref="Coalescing"/> are told as one. Who watches must not slow down what is watched: the longer listeners take,
/// the longer they are left alone, so that a hundred tabs read and draw no more often than there is time for; yet work and pause together take no longer than
/// <see cref="LongestPause"/>, so that a change is told within a second. What keeps it from looking is told as <see cref="Trouble"/>, and tried again until it looks again.</remarks>
internal abstract class ChangeWatch(TimeProvider time) : IDisposable
{
    /// <summary>At most one notice in this time.</summary>
    public static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(100);
    /// <summary>At least one notice in this time, if something changes and listeners do not keep the thread for longer.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(950);
    /// <summary>After the first failure it looks again so much later; after each further one, twice as much.</summary>
    public static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    /// <summary>But never so much later.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(8);
    // Listeners work about a twentieth of the time, and three quarters of it at most.
    private const int PauseRatio = 19, LeastRatio = 3;
    private static readonly TimeSpan Patience = LongestPause * LeastRatio / (LeastRatio + 1);

    private readonly Lock _lock = new();
    private readonly List<ChangeListener> _listeners = [];
    private CancellationTokenSource? _watching;
    private Exception? _trouble;

    /// <summary>Why changes are not followed just now; null while they are, and while nobody listens.</summary>
    public Exception? Trouble => Volatile.Read(ref _trouble);

    /// <summary>Raised when <see cref="Trouble"/> has come or gone, on any thread.</summary>
    public event Action? TroubleChanged;

    /// <summary>Calls a listener after each change, on a thread of the pool, until what is returned is disposed of. Its task ends when it has done what the change makes necessary.</summary>
    public IDisposable Listen(Func<Task> changed)
    {
        ChangeListener listener = new(changed);
        CancellationToken? begun = null;
        lock (_lock)
        {
            _listeners.Add(listener);
            if (_watching is null) begun = (_watching = new CancellationTokenSource()).Token;
        }
        if (begun is { } stop) _ = WatchAsync(stop);
        return new Listening(this, listener);
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

    /// <summary>Begins to look, and gives false as soon as no later change can be missed; then true after each change. Ends when it is cancelled, and throws whatever keeps it from looking.</summary>
    protected abstract IAsyncEnumerable<bool> Changes(CancellationToken stop);

    private async Task WatchAsync(CancellationToken stop)
    {
        TimeSpan retry = FirstRetry;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (bool isChange in Changes(stop).ConfigureAwait(false))
                {
                    // Whatever happened during the trouble was not seen.
                    if (!isChange && Trouble is null) continue;
                    retry = isChange ? FirstRetry : retry;
                    Note(null);
                    await TellAsync(stop).ConfigureAwait(false);
                }
            }
#pragma warning disable CA1031 // whatever keeps it from looking is told and tried again: nobody else would ever begin to look anew
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (stop.IsCancellationRequested) return;
                Note(failure);
                await Pause(retry, stop).ConfigureAwait(false);
                retry = retry * 2 < LongestRetry ? retry * 2 : LongestRetry;
            }
        }
    }

    private async Task TellAsync(CancellationToken stop)
    {
        ChangeListener[] listeners;
        lock (_lock) listeners = [.. _listeners];
        long start = time.GetTimestamp();
        await Task.WhenAll(listeners.Select(listener => listener.Tell())).WaitAsync(Patience, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Pause(PauseAfter(time.GetElapsedTime(start)), stop).ConfigureAwait(false);
    }

    /// <summary>How long listeners are left alone after a notice.</summary>
    /// <param name="work">How long they took over it.</param>
    internal static TimeSpan PauseAfter(TimeSpan work)
    {
        long least = Math.Min(work.Ticks / LeastRatio, LongestPause.Ticks), most = Math.Max(Coalescing.Ticks, Math.Max(LongestPause.Ticks - work.Ticks, least));
        return TimeSpan.FromTicks(Math.Clamp(PauseRatio * work.Ticks, Coalescing.Ticks, most));
    }

    private async Task Pause(TimeSpan pause, CancellationToken stop) => await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Note(Exception? trouble)
    {
        if (ReferenceEquals(Interlocked.Exchange(ref _trouble, trouble), trouble)) return;
        TroubleChanged?.Invoke();
    }

    private void StopListening(ChangeListener listener)
    {
        lock (_lock)
        {
            _listeners.Remove(listener);
            if (_listeners.Count > 0) return;
            StopWatching();
        }
        Note(null);
    }

    private void StopWatching()
    {
        _watching?.Cancel();
        _watching?.Dispose();
        _watching = null;
    }

    private sealed class Listening(ChangeWatch watch, ChangeListener listener) : IDisposable
    {
        public void Dispose() => watch.StopListening(listener);
    }
}
