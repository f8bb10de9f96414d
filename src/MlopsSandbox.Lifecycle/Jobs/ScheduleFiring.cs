using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>
/// Starts runs at the times that triggers of definitions name, by the real clock. Each due time is a run, whichever process is first; what was missed
/// while no process did this is made up for by one run.
/// </summary>
public sealed class ScheduleFiring
{
    // How soon a definition that was changed counts.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);
    private readonly JobBridgeParts _parts;
    private readonly CatalogStore _catalog;
    private readonly WorkflowRuns _runs;
    private readonly HashSet<string> _told = [];

    internal ScheduleFiring(JobBridgeParts parts, WorkflowRuns runs) => (_parts, _catalog, _runs) = (parts, parts.Catalog, runs);

    /// <summary>Starts whatever becomes due, until cancelled. Definitions that are new or changed count within two seconds.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            DateTimeOffset? next = FireDue();
            TimeSpan left = next - _parts.Time.GetUtcNow() ?? LongestSleep;
            await Task.Delay(left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestSleep ? left : LongestSleep, _parts.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Starts what is due now.</summary>
    /// <returns>When the next run is due; null for never.</returns>
    public DateTimeOffset? FireDue()
    {
        DateTimeOffset? next = null;
        foreach (WorkflowDefinition definition in _parts.Startable())
        {
            WorkflowTriggers triggers = new(definition);
            foreach (string problem in triggers.Problems) Warn(problem);
            foreach (ScheduleTrigger trigger in triggers.All.OfType<ScheduleTrigger>())
                if (Fire(definition, trigger) is { } due && (next is null || due < next)) next = due;
        }
        return next;
    }

    private DateTimeOffset? Fire(WorkflowDefinition definition, ScheduleTrigger trigger)
    {
        if (Find(definition, trigger) is null) _catalog.Write(tx => tx.Schedules.Keep(definition.DefinitionId, trigger));
        DateTimeOffset? due = Find(definition, trigger)?.DueAt;
        if (due is not { } time || time > _catalog.Now) return due;
        _catalog.Write(tx =>
        {
            if (tx.Schedules.Take(definition.DefinitionId, trigger, time)) Start(tx, definition, trigger, time);
        });
        return Find(definition, trigger)?.DueAt;
    }

    private ScheduleRow? Find(WorkflowDefinition definition, ScheduleTrigger trigger) => _catalog.Read(tx => tx.Schedules.Find(definition.DefinitionId, trigger));

    private void Start(CatalogTransaction tx, WorkflowDefinition definition, ScheduleTrigger trigger, DateTimeOffset due)
    {
        try
        {
            _runs.StartTriggered(tx, new RunRequest
            {
                Definition = definition,
                Cause = new RunCause("schedule", null),
                Trigger = new StartTrigger(trigger.ActivityId),
                Seed = 0,
                SimulatedAt = due,
            }, publisher: null);
        }
        catch (ScenarioException e)
        {
            Warn($"workflow '{definition.DefinitionId}' was due and not started: {e.Message}");
        }
    }

    private void Warn(string problem)
    {
        if (_told.Add(problem)) _parts.Warn?.Invoke(problem);
    }
}
