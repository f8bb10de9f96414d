using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Runs;

/// <summary>Who hears of an event.</summary>
internal static class EventReceivers
{
    /// <summary>Refuses an event that is for one run, when that one does not wait for it.</summary>
    /// <exception cref="MissingException">There is no such run.</exception>
    /// <exception cref="RefusalException">It waits for another event, or for none, or is tied to something else.</exception>
    public static void Check(CatalogStore catalog, PublishedEvent happened, Hints hints)
    {
        if (happened.RunId is not { } runId) return;
        RunLookup.Show(catalog, runId, hints);
        EventWait[] waits = [.. catalog.Read(tx => tx.EventWaits.Of(runId))];
        EventWait[] named = [.. waits.Where(wait => wait.EventName == happened.Name)];
        if (named.Length == 0)
        {
            string[] names = [.. waits.Select(wait => wait.EventName).Distinct()];
            throw new RefusalException(
                $"run '{runId}' does not wait for event '{happened.Name}'; expected {(names.Length == 0 ? "a run that waits for it; this one waits for no event" : $"one that it waits for: {string.Join(", ", names)}")}.{NearestName.Hint(happened.Name, names)}", ExitCodes.Failed);
        }
        if (happened.CorrelationId is { } id && !named.Any(wait => wait.CorrelationId == id))
            throw new RefusalException($"run '{runId}' is not tied to '{id}'; expected {(named[0].CorrelationId is { } tied ? $"its correlation id, '{tied}'" : "none, as it has no correlation id")}.", ExitCodes.Failed);
    }
}
