using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Fires timers that are due: the row goes and the walk moves on in one transaction, so that each fires once, whichever process it is that fires it.</summary>
public sealed class TimerFiring
{
    // The clock may be set while a process sleeps.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private readonly CatalogStore _catalog;
    private readonly WorkflowSteps _steps;
    private readonly TimeProvider _time;

    internal TimerFiring(CatalogStore catalog, WorkflowSteps steps, TimeProvider time) => (_catalog, _steps, _time) = (catalog, steps, time);

    /// <summary>Fires whatever becomes due, until cancelled. Sleeps until the next timer is due, or a change lets another one be the next.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            FireDue(cancellation);
            await UntilNext(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Fires all that is due now, in order, and what becomes due by it.</summary>
    /// <param name="cancellation">Stops between two timers.</param>
    /// <returns>How many timers it fired.</returns>
    public int FireDue(CancellationToken cancellation = default)
    {
        int fired = 0;
        while (!cancellation.IsCancellationRequested && _catalog.Read(tx => tx.Timers.NextDue()) is { } timer)
            if (_catalog.Write(tx => Fire(tx, timer))) fired++;
        return fired;
    }

    private bool Fire(CatalogTransaction tx, TimerRow timer)
    {
        if (!tx.Timers.Take(timer)) return false;
        _steps.Tell(tx, timer.RunId, new TimerFired(timer.ExecutionId, timer.Purpose));
        return true;
    }

    private async Task UntilNext(CancellationToken cancellation)
    {
        DateTimeOffset? next = _catalog.Read(tx => tx.Timers.NextByRealClock());
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<bool> changed = _catalog.Sees(tx => tx.Timers.NextByRealClock() != next || tx.Timers.NextDue() is not null, stop.Token);
        Task due = Task.Delay(SleepUntil(next), _time, stop.Token);
        await Task.WhenAny(changed, due).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await changed.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    private TimeSpan SleepUntil(DateTimeOffset? next) => next - _time.GetUtcNow() is { } left && left < LongestSleep
        ? left > TimeSpan.Zero ? left : TimeSpan.Zero
        : LongestSleep;
}
