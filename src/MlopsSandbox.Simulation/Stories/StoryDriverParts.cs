using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>What a story's driver is made of. It starts runs; a job bridge, of this process or another, must work them off.</summary>
public sealed record StoryDriverParts
{
    /// <summary>The catalog.</summary>
    public required CatalogStore Catalog { get; init; }
    /// <summary>The artifacts, to load served models from.</summary>
    public required ArtifactStore Artifacts { get; init; }
    /// <summary>Starts runs.</summary>
    public required WorkflowRuns Runs { get; init; }
    /// <summary>This process among those that share the home.</summary>
    public required ProcessLock Presence { get; init; }
    /// <summary>The definition of a name: <c>lifecycle</c>, <c>monitor</c>.</summary>
    public required Func<string, WorkflowDefinition> Definitions { get; init; }
    /// <summary>Wall time, by which a story keeps its speed.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>Told what happens; may be null.</summary>
    public IProgress<StoryEvent>? Progress { get; init; }
}
