namespace MlopsSandbox.Web.Live;

/// <summary>Somebody who is told of changes: never twice at once. One who is still at work is told once more when that is done, however many changes there were meanwhile.</summary>
internal sealed class ChangeListener(Func<Task> changed)
{
    private Task _work = Task.CompletedTask;
    private int _untold;

    /// <summary>Tells of a change. Not to be called by two at once.</summary>
    /// <returns>Ends when all is done that changes made necessary; never fails.</returns>
    public Task Tell()
    {
        if (Interlocked.Increment(ref _untold) == 1) _work = WorkAsync();
        return _work;
    }

    private async Task WorkAsync()
    {
        int told;
        do
        {
            told = Volatile.Read(ref _untold);
            await Quietly().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (Interlocked.Add(ref _untold, -told) > 0);
    }

    // A listener that fails keeps nobody else from being told: what it throws at once goes into its task, too.
    private async Task Quietly() => await changed().ConfigureAwait(false);
}
