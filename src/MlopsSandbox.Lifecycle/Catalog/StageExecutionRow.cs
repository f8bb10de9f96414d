using System.Text.Json;
using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>One try at one stage, or at one of its trials, in the shape in which it is shown.</summary>
public sealed record StageExecutionRow
{
    /// <summary>The activity's id in the definition.</summary>
    public required string ActivityId { get; init; }
    /// <summary>Such as <c>train</c>.</summary>
    public required string Stage { get; init; }
    /// <summary>Ordinal of a trial within its stage, from 0; null for the stage itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? Trial { get; init; }
    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }
    /// <summary>Where it stands.</summary>
    public required ExecutionStatus Status { get; init; }
    /// <summary>The port it left by; null before its end, and for a trial.</summary>
    public required string? Outcome { get; init; }
    /// <summary>True when an earlier execution's outputs were taken instead of working.</summary>
    public bool Cached => CachedFrom is not null;
    /// <summary>The run whose outputs were taken; null when it worked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CachedFrom { get; init; }
    /// <summary>Wall time at which a job took it up first.</summary>
    public required DateTimeOffset? StartedAt { get; init; }
    /// <summary>Seconds from the start to the end; null before its end.</summary>
    public double? DurationSeconds => (EndedAt - StartedAt)?.TotalSeconds;
    /// <summary>Figures by name.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }
    /// <summary>What it made, by output name; shown as a hash or a value.</summary>
    public required IReadOnlyDictionary<string, StageOutput> Outputs { get; init; }
    /// <summary>The Hangfire job that was last enqueued for it.</summary>
    public required string? JobId { get; init; }
    /// <summary>Its span, in the run's trace.</summary>
    public required string? SpanId { get; init; }
    /// <summary>Why it failed; null otherwise.</summary>
    public required StageError? Error { get; init; }

    /// <summary>The run.</summary>
    [JsonIgnore]
    public string RunId { get; init; } = "";
    /// <summary>The activity execution, <c>nodeId#visit</c>.</summary>
    [JsonIgnore]
    public string ExecutionId { get; init; } = "";
    /// <summary>Full type name, such as <c>MlopsSandbox.Train</c>.</summary>
    [JsonIgnore]
    public string Type { get; init; } = "";
    /// <summary>Inputs that the definition sets, evaluated; for a trial, its settings.</summary>
    [JsonIgnore]
    public JsonElement Settings { get; init; }
    /// <summary>What its job works on.</summary>
    [JsonIgnore]
    public ExecutionKey Key => new(RunId, ExecutionId, Trial, Attempt);
    /// <summary>Wall time at which it was queued.</summary>
    [JsonIgnore]
    public DateTimeOffset QueuedAt { get; init; }
    /// <summary>Wall time of its end.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Why a stage execution failed.</summary>
/// <param name="Code">Stable, kebab-case name of what is wrong.</param>
/// <param name="Message">For people.</param>
/// <param name="Path">The activity's place in the definition.</param>
public sealed record StageError(string Code, string Message, string? Path);
