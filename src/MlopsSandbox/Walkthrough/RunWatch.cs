using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Walkthrough;

/// <summary>Watches runs in the catalog and has them told.</summary>
internal static class RunWatch
{
    /// <summary>Tells of a run, and of those that it dispatches, until it ends or waits for something from outside. Times are waited for.</summary>
    /// <param name="sandbox">The open home.</param>
    /// <param name="runId">The run.</param>
    /// <param name="narrator">Tells what has happened.</param>
    /// <param name="status">Shows what goes on meanwhile.</param>
    /// <param name="cancellation">Stops watching; the run goes on.</param>
    public static async Task<RunRow> UntilSettledAsync(Sandbox sandbox, string runId, RunNarrator narrator, StatusLine status, CancellationToken cancellation)
    {
        try
        {
            return await TellAsync(sandbox, runId, narrator, status, cancellation).ConfigureAwait(false);
        }
        finally
        {
            status.Clear();
        }
    }

    private static async Task<RunRow> TellAsync(Sandbox sandbox, string runId, RunNarrator narrator, StatusLine status, CancellationToken cancellation)
    {
        while (true)
        {
            List<RunRow> family = sandbox.Catalog.Read(tx => Family(tx, runId));
            status.Clear();
            foreach (RunRow run in family) narrator.Tell(run);
            status.Show(family.LastOrDefault(run => !run.HasEnded) is { } atWork ? Status.Of(atWork) : null);
            if (IsSettled(family) || sandbox.Catalog.Read(tx => WaitsForNobodysTurn(tx, family[0]))) return sandbox.Catalog.Read(tx => tx.Runs.Show(runId)!);
            string seen = Standing(family);
            await sandbox.WaitForAsync(tx => Standing(Family(tx, runId)) != seen || WaitsForNobodysTurn(tx, family[0]), cancellation).ConfigureAwait(false);
        }
    }

    // A run that waits for a time goes on by itself; what else it waits for does not come from here.
    private static bool IsSettled(List<RunRow> family) => family[0].Status switch
    {
        RunStatus.Queued or RunStatus.Running => false,
        RunStatus.Waiting => !family.Exists(run => run.Waits!.Any(wait => wait is { Kind: WaitKind.Timer, IsSimulated: false })),
        _ => true,
    };

    // Its turn comes when another run ends; one that waits for people, or is paused, does not by itself.
    private static bool WaitsForNobodysTurn(CatalogTransaction tx, RunRow run) => run.Status == RunStatus.Queued
        && tx.Runs.Show(run.Id)!.QueuedBehind is { } before && before.All(id => tx.Runs.Find(id)!.Status is RunStatus.Waiting or RunStatus.Paused);

    // The run, and below it those that it or they dispatched, the oldest first.
    private static List<RunRow> Family(CatalogTransaction tx, string runId)
    {
        List<RunRow> family = [];
        foreach (RunRow run in tx.Runs.All())
            if (run.Id == runId || family.Any(member => member.Id == run.ParentRunId)) family.Add(tx.Runs.Show(run.Id)!);
        return family;
    }

    private static string Standing(IEnumerable<RunRow> runs) =>
        string.Join(';', runs.Select(run => $"{run.Id} {run.Status} {run.Journal!.Count} {string.Join(',', run.Stages.Select(stage => stage.Status))}"));
}
