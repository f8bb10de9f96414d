using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>Keeps a story's pace for the process that drives it: waits while the story is paused, and as long as its speed asks for.</summary>
/// <param name="catalog">Where any process changes the pace; it is seen at once, or within about 50 ms.</param>
/// <param name="time">Wall time.</param>
/// <param name="storyId">The story.</param>
internal sealed class StoryPacing(CatalogStore catalog, TimeProvider time, string storyId)
{
    private long _allowedAt;
    private int _served;

    /// <summary>Waits until the next day may be served, or the story has ended.</summary>
    /// <param name="paused">Told, once a pause, that somebody must play or step the story.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when the story has ended meanwhile.</returns>
    public async Task<bool> UntilAllowed(Action<StoryRow> paused, CancellationToken cancellation)
    {
        bool isTold = false;
        while (true)
        {
            StoryRow story = catalog.Read(tx => tx.Stories.Find(storyId)!);
            if (story.HasEnded) return false;
            TimeSpan left = LeftOf(story.Pace);
            if (left == TimeSpan.Zero) break;
            if (!story.Pace.LetsServe && !isTold) paused(story);
            isTold = !story.Pace.LetsServe;
            await ChangeOrTime(story.Pace, left, cancellation).ConfigureAwait(false);
        }
        _allowedAt = time.GetTimestamp();
        return true;
    }

    /// <summary>So many days were served since the last wait ended: the next one lasts as long as the speed gives them.</summary>
    public void Served(int days) => _served = days;

    /// <summary>How long the next day still has to wait: without end while the story is paused, not at all where it is stepped or plays at full speed.</summary>
    internal TimeSpan LeftOf(StoryPace pace)
    {
        if (!pace.LetsServe) return Timeout.InfiniteTimeSpan;
        if (pace.IsPaused || pace.DaysPerSecond is not { } speed || _served == 0) return TimeSpan.Zero;
        TimeSpan left = TimeSpan.FromSeconds(_served / speed) - time.GetElapsedTime(_allowedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task ChangeOrTime(StoryPace pace, TimeSpan left, CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task changed = catalog.WaitFor(tx => tx.Stories.Find(storyId)! is var now && (now.HasEnded || now.Pace != pace), either.Token), due = Task.Delay(left, time, either.Token);
        Task first = await Task.WhenAny(changed, due).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(changed, due).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        await first.ConfigureAwait(false);
    }
}
