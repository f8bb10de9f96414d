namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A walk whose process dies at one of its writes, and which another process then ends.</summary>
internal static class DyingProcess
{
    /// <summary>Starts the parent in a process that dies at that write, and goes on in another until nothing is left to do.</summary>
    /// <param name="parent">The workflow that is run.</param>
    /// <param name="child">The one that it starts.</param>
    /// <param name="dieAt">The number of the write, from 1; one that is never reached leaves the walk undisturbed.</param>
    /// <param name="told">What to tell of the end, asked of the second process.</param>
    /// <param name="onDeath">Called when the first one dies.</param>
    public static async Task<string> EndOf(Flow parent, Flow child, int dieAt, Func<TestProcess, string> told, Action? onDeath)
    {
        using TestHome home = new();
        TestProcess first = home.NewProcess().Knows(child);
        int writes = 0;
        first.Catalog.Writing = () => { if (++writes >= dieAt) throw new DeathException(); };
        try
        {
            first.StartRun(parent);
            await first.Settle();
        }
        catch (DeathException)
        {
            onDeath?.Invoke();
        }
        first.Die();

        TestProcess second = home.NewProcess().Knows(child);
        if (second.Catalog.Read(tx => tx.Runs.All()).Count == 0) second.StartRun(parent);
        second.Recovery.Run();
        await second.Settle();
        return told(second);
    }

    private sealed class DeathException : Exception;
}
