using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>All that a stage may look at while it works.</summary>
public sealed record StageContext
{
    /// <summary>The run it belongs to.</summary>
    public required string RunId { get; init; }
    /// <summary>Its execution, <c>nodeId#visit</c>.</summary>
    public required string ExecutionId { get; init; }
    /// <summary>The activity's id in the definition.</summary>
    public required string ActivityId { get; init; }
    /// <summary>Seed of this execution (for a trial, of that trial), derived from the run's seed, the execution and the ordinal.</summary>
    public required int Seed { get; init; }
    /// <summary>The seed that the user gave, which divides the scenario's rows into history and traffic reserve.</summary>
    public required int RootSeed { get; init; }
    /// <summary>The scenario of the run.</summary>
    public required Scenario Scenario { get; init; }
    /// <summary>Model group and endpoint that the run works for: the scenario's name, or the story's own.</summary>
    public required string ModelName { get; init; }
    /// <summary>Simulated time at which the run was started.</summary>
    public required DateTimeOffset SimulatedAt { get; init; }
    /// <summary>The run's root reason.</summary>
    public required RunCause Cause { get; init; }
    /// <summary>Inputs of the activity that the definition sets, evaluated. Inputs that are set win over upstream outputs.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Settings { get; init; }
    /// <summary>Outputs of finished stages on this activity's incoming paths in this run, newest last.</summary>
    public required IReadOnlyList<UpstreamOutput> Upstream { get; init; }
    /// <summary>Trials of this execution that have ended, by ordinal; empty at the first call.</summary>
    public IReadOnlyList<TrialResult> Trials { get; init; } = [];
    /// <summary>Where artifacts are read and written.</summary>
    public required ArtifactStore Artifacts { get; init; }
    /// <summary>What the catalog remembers, to read.</summary>
    public required ICatalogView Catalog { get; init; }
    /// <summary>Told of long work; may be ignored.</summary>
    public IProgress<StageProgress>? Progress { get; init; }
}

/// <summary>An output on the incoming paths of an activity.</summary>
/// <param name="ActivityId">Who made it.</param>
/// <param name="Stage">The maker's stage, such as <c>train</c>.</param>
/// <param name="Name">Output name.</param>
/// <param name="Output">The output.</param>
/// <param name="Metrics">The maker's metrics.</param>
public sealed record UpstreamOutput(string ActivityId, string Stage, string Name, StageOutput Output, IReadOnlyDictionary<string, double> Metrics);

/// <summary>How far long work is.</summary>
/// <param name="Share">In [0, 1].</param>
/// <param name="What">What is being done now.</param>
public readonly record struct StageProgress(double Share, string What);

/// <summary>Why a run exists.</summary>
/// <param name="Kind">Root reason: <c>manual</c>, <c>schedule</c>, <c>drift</c>, <c>quality</c>, <c>labels</c>, <c>cost</c>, <c>event</c> or <c>dispatch</c>.</param>
/// <param name="Id">The drift report's id, the event's name, or the parent run's id; null for <c>manual</c> and for a <c>schedule</c> that no policy set.</param>
public sealed record RunCause(string Kind, string? Id);
