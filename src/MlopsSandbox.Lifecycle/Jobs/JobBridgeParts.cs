using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What the bridge between workflows and jobs is made of.</summary>
public sealed record JobBridgeParts
{
    /// <summary>The catalog.</summary>
    public required CatalogStore Catalog { get; init; }
    /// <summary>The artifacts.</summary>
    public required ArtifactStore Artifacts { get; init; }
    /// <summary>The stages that this process can run.</summary>
    public required StageTypes Stages { get; init; }
    /// <summary>The newest published definition of an id, for dispatch; null when there is none. May throw <see cref="DefinitionException"/>.</summary>
    public required Func<string, WorkflowDefinition?> Definitions { get; init; }
    /// <summary>The newest published definitions, whose triggers may start runs.</summary>
    public Func<IReadOnlyList<WorkflowDefinition>> Startable { get; init; } = () => [];
    /// <summary>Told, in a sentence, of what could not be started by a trigger; may be null.</summary>
    public Action<string>? Warn { get; init; }
    /// <summary>The scenario of a name or path. Throws <see cref="ScenarioException"/> when there is none.</summary>
    public required Func<string, Scenario> Scenarios { get; init; }
    /// <summary>Rules of alerts, and who is told.</summary>
    public AlertSettings Alerts { get; init; } = AlertSettings.Default;
    /// <summary>Wall time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>Told what happens in this process; may be null.</summary>
    public IProgress<RunEvent>? Progress { get; init; }
}
