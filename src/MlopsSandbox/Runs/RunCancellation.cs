using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Runs;

/// <summary>Ends runs on request.</summary>
internal static class RunCancellation
{
    /// <summary>The run, when it can be cancelled.</summary>
    /// <exception cref="MissingException">There is no such run.</exception>
    /// <exception cref="RefusalException">It has ended.</exception>
    public static RunRow Check(CatalogStore catalog, string runId, Hints hints)
    {
        RunRow run = RunLookup.Show(catalog, runId, hints);
        return run.HasEnded ? throw new RefusalException($"run '{runId}' has ended before as {Tables.Word(run.Status)}; expected one that has not.", ExitCodes.Failed) : run;
    }

    /// <summary>Cancels a run, and those that it waits for, whichever process works on them.</summary>
    /// <returns>The run as it stands then.</returns>
    /// <exception cref="MissingException">There is no such run.</exception>
    /// <exception cref="RefusalException">It has ended.</exception>
    public static RunRow Cancel(Sandbox sandbox, string runId, Hints hints)
    {
        Check(sandbox.Catalog, runId, hints);
        if (!sandbox.Bridge.Runs.Cancel(runId)) Check(sandbox.Catalog, runId, hints);     // it ended just now
        return RunLookup.Show(sandbox.Catalog, runId, hints);
    }
}
