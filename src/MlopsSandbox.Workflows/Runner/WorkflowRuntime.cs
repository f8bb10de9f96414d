using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>Tells instances what happened: loads, decides, saves, one step a save, until the instance waits or has ended.</summary>
/// <param name="store">Where instances are kept.</param>
/// <param name="definitionOf">The definition of a content hash.</param>
public sealed class WorkflowRuntime(IInstanceStore store, Func<string, WorkflowDefinition> definitionOf)
{
    /// <summary>How often a save may lose against other writers before the event is given back.</summary>
    public const int MaximumConflicts = 100;

    /// <summary>Tells an instance of an event and takes every step that is due after it.</summary>
    /// <returns>The state as last saved.</returns>
    /// <exception cref="KeyNotFoundException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">Other writers were first every time; telling the event again is safe.</exception>
    public InstanceState Tell(string instanceId, WorkflowEvent happened)
    {
        var state = Step(instanceId, (definition, known) => WorkflowRunner.Decide(definition, known, happened));
        return WorkflowRunner.CanAdvance(state) ? Resume(instanceId) : state;
    }

    /// <summary>Takes every step that is due, as after a process died between two steps.</summary>
    /// <returns>The state as last saved.</returns>
    /// <exception cref="KeyNotFoundException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">Other writers were first every time; calling again is safe.</exception>
    public InstanceState Resume(string instanceId)
    {
        while (true)
        {
            var state = Step(instanceId, (definition, known) =>
                WorkflowRunner.CanAdvance(known) ? WorkflowRunner.Advance(definition, known) : Decision.Nothing(known));
            if (!WorkflowRunner.CanAdvance(state)) return state;
        }
    }

    private InstanceState Step(string instanceId, Func<WorkflowDefinition, InstanceState, Decision> decide)
    {
        for (var conflicts = 0; conflicts < MaximumConflicts; conflicts++)
        {
            var stored = store.Load(instanceId) ?? throw new KeyNotFoundException($"there is no workflow instance '{instanceId}'.");
            var decision = decide(definitionOf(stored.DefinitionHash), stored.State);
            if (ReferenceEquals(decision.State, stored.State)) return stored.State;
            if (store.Save(instanceId, decision.State, stored.Version, decision.Commands)) return decision.State;
        }
        throw new InvalidOperationException($"workflow instance '{instanceId}' was changed by others {MaximumConflicts} times in a row; tell the event again.");
    }
}
