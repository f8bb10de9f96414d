using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>A run to start.</summary>
public sealed record RunRequest
{
    /// <summary>The seed that is taken when nobody names one.</summary>
    public const int DefaultSeed = 42;

    /// <summary>The workflow.</summary>
    public required WorkflowDefinition Definition { get; init; }
    /// <summary>Its inputs by name. The run's scenario is the input <c>scenario</c>, or else the first that the definition itself names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = new Dictionary<string, JsonElement>();
    /// <summary>Why the run exists.</summary>
    public RunCause Cause { get; init; } = new("manual", null);
    /// <summary>The trigger that starts it; null when somebody does.</summary>
    public StartTrigger? Trigger { get; init; }
    /// <summary>What ties it to something outside from the start; null when nothing does.</summary>
    public string? CorrelationId { get; init; }
    /// <summary>Seed of the run.</summary>
    public required int Seed { get; init; }
    /// <summary>The seed that the user gave, which divides the scenario's rows; by default <see cref="Seed"/>.</summary>
    public int? RootSeed { get; init; }
    /// <summary>The story that it belongs to, or null.</summary>
    public string? StoryId { get; init; }
    /// <summary>Model group and endpoint that it works for; by default the scenario's name.</summary>
    public string? ModelName { get; init; }
    /// <summary>Tags to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>True when its stages may take the outputs of others that were made from the same.</summary>
    public bool Reuses { get; init; } = true;
    /// <summary>The run that it repeats, or null.</summary>
    public string? RerunOf { get; init; }
    /// <summary>The activity from which on it works, taking from the run that it repeats what comes before; null to take nothing.</summary>
    public string? RerunFrom { get; init; }
    /// <summary>Simulated time at which it starts.</summary>
    public required DateTimeOffset SimulatedAt { get; init; }
    /// <summary>True to start at the newest simulated time that the home knows of its endpoint, and at <see cref="SimulatedAt"/> only where it knows none.</summary>
    public bool FollowsEndpoint { get; init; }
}
