using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Delivers events as Elsa does: first it starts a run of each definition that they trigger, then every run that waits goes on.</summary>
/// <remarks>All in one transaction. An event that nobody waits for is gone. Stories hear of no event of a run outside, and the other way round.</remarks>
public sealed class EventDelivery
{
    private readonly JobBridgeParts _parts;
    private readonly WorkflowSteps _steps;
    private readonly WorkflowRuns _runs;

    internal EventDelivery(JobBridgeParts parts, WorkflowSteps steps, WorkflowRuns runs) => (_parts, _steps, _runs) = (parts, steps, runs);

    /// <summary>Delivers an event.</summary>
    /// <returns>The runs that it started, then those that went on by it, each once.</returns>
    public IReadOnlyList<string> Deliver(PublishedEvent happened) => _parts.Catalog.Write(tx => Deliver(tx, happened));

    /// <summary>Delivers what a run published, once.</summary>
    internal void Deliver(CatalogTransaction tx, PublishRow row)
    {
        if (!tx.Outbox.Done(row.Id)) return;
        Deliver(tx, new PublishedEvent(row.EventName, row.Payload)
        {
            CorrelationId = row.CorrelationId,
            RunId = row.IsLocal ? row.RunId : null,
            Publisher = tx.Runs.Find(row.RunId)!,
        });
    }

    /// <summary>Delivers an event in a transaction that is open, to stand or fall with it.</summary>
    internal IReadOnlyList<string> Deliver(CatalogTransaction tx, PublishedEvent happened)
    {
        List<string> woken = happened.RunId is null ? [.. Start(tx, happened)] : [];
        foreach (EventWait wait in tx.EventWaits.For(happened.Name, happened.CorrelationId).Where(wait => Hears(happened, wait)))
        {
            if (!tx.EventWaits.Remove(wait.RunId, wait.ExecutionId)) continue;
            _steps.Tell(tx, wait.RunId, new ActivityCompleted(wait.ExecutionId, "Done", new Dictionary<string, JsonElement> { ["result"] = happened.Payload }));
            woken.Add(wait.RunId);
        }
        return [.. woken.Distinct()];
    }

    private static bool Hears(PublishedEvent happened, EventWait wait) =>
        (happened.RunId is null || happened.RunId == wait.RunId) && (happened.Publisher is null || happened.Publisher.StoryId == wait.StoryId);

    private IEnumerable<string> Start(CatalogTransaction tx, PublishedEvent happened)
    {
        if (happened.Publisher is { } publisher && WorkflowRuns.IsWithdrawn(tx, publisher)) yield break;
        foreach (WorkflowDefinition definition in _parts.Startable())
            foreach (EventTrigger trigger in new WorkflowTriggers(definition).All.OfType<EventTrigger>().Where(trigger => trigger.EventName == happened.Name))
                if (Start(tx, definition, trigger, happened) is { } started) yield return started;
    }

    private string? Start(CatalogTransaction tx, WorkflowDefinition definition, EventTrigger trigger, PublishedEvent happened)
    {
        RunRequest request = new()
        {
            Definition = definition,
            Cause = new RunCause("event", happened.Name),
            Trigger = new StartTrigger(trigger.ActivityId, happened.Payload),
            CorrelationId = happened.CorrelationId,
            Seed = 0,
            SimulatedAt = tx.Now,
        };
        try
        {
            return _runs.StartTriggered(tx, request, happened.Publisher);
        }
        catch (ScenarioException e)
        {
            _parts.Warn?.Invoke($"event '{happened.Name}' starts no run of workflow '{definition.DefinitionId}': {e.Message}");
            return null;
        }
    }
}
