namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Wakes all who wait. Take <see cref="Next"/>, look, and only then wait, so that no signal is missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next <see cref="Pulse"/>.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, Fresh()).SetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
