using System.Diagnostics;
using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A run, in the shape in which it is shown.</summary>
public sealed record RunRow
{
    /// <summary>Such as <c>lifecycle-0007</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Definition id of the workflow.</summary>
    public required string Workflow { get; init; }
    /// <summary>The definition's own version.</summary>
    public required int WorkflowVersion { get; init; }
    /// <summary>Name of the scenario; null when it has none.</summary>
    public required string? Scenario { get; init; }
    /// <summary>Where it stands.</summary>
    public required RunStatus Status { get; init; }
    /// <summary>Wall time.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Wall time; null before its end.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
    /// <summary>Seconds from start to end; null before its end.</summary>
    public double? DurationSeconds => (EndedAt - StartedAt)?.TotalSeconds;
    /// <summary>Simulated time at which it was started.</summary>
    public required DateTimeOffset SimulatedAt { get; init; }
    /// <summary>Its seed.</summary>
    public required int Seed { get; init; }
    /// <summary>The root reason.</summary>
    public required RunCause Cause { get; init; }
    /// <summary>The run that it repeats; null when it repeats none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RerunOf { get; init; }
    /// <summary>Its trace; null when nobody listened.</summary>
    public string? TraceId => SpanContext == default ? null : SpanContext.TraceId.ToHexString();
    /// <summary>Why it failed; null otherwise.</summary>
    public required string? Error { get; init; }
    /// <summary>Tags to find it by, by name.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Its stage executions, trials among them, in order of queueing; each attempt is one.</summary>
    public required IReadOnlyList<StageExecutionRow> Stages { get; init; }
    /// <summary>Runs of its workflow that have to end before its turn comes; null where runs are listed, and when it has begun.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? QueuedBehind { get; init; }
    /// <summary>What people wrote about it, the oldest first; null where runs are listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunNote>? Notes { get; init; }
    /// <summary>What it asked people, and what they decided, in order of asking; null where runs are listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApprovalRow>? Approvals { get; init; }
    /// <summary>Activities that faulted, the oldest first; null where runs are listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IncidentRow>? Incidents { get; init; }
    /// <summary>What else it waits for now; null where runs are listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WaitRow>? Waits { get; init; }
    /// <summary>Every executed activity in order of completion; null where runs are listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JournalRow>? Journal { get; init; }

    /// <summary>The activity from which on a rerun works; null when it takes nothing from the run that it repeats.</summary>
    [JsonIgnore]
    public string? RerunFrom { get; init; }
    /// <summary>True when its stages may take the outputs of others that were made from the same.</summary>
    [JsonIgnore]
    public bool Reuses { get; init; } = true;
    /// <summary>The seed that the user gave, which divides the scenario's rows.</summary>
    [JsonIgnore]
    public int RootSeed { get; init; }
    /// <summary>Absolute path of the scenario's folder; null when it has none.</summary>
    [JsonIgnore]
    public string? ScenarioFolder { get; init; }
    /// <summary>Model group and endpoint that it works for.</summary>
    [JsonIgnore]
    public string ModelName { get; init; } = "";
    /// <summary>The story that it belongs to, or null.</summary>
    [JsonIgnore]
    public string? StoryId { get; init; }
    /// <summary>The run that dispatched it, or null.</summary>
    [JsonIgnore]
    public string? ParentRunId { get; init; }
    /// <summary>Content hash of the definition that it is pinned to.</summary>
    [JsonIgnore]
    public string DefinitionHash { get; init; } = "";
    /// <summary>Root span; default when nobody listened.</summary>
    [JsonIgnore]
    public ActivityContext SpanContext { get; init; }
    /// <summary>True once it has ended, well or not.</summary>
    [JsonIgnore]
    public bool HasEnded => Status.IsEnd();
}

/// <summary>A line of a run's journal.</summary>
/// <param name="ActivityId">The activity's id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Outcome">The port it left by; null when it failed or was cancelled.</param>
/// <param name="Text">The text of a <c>WriteLine</c>, else null.</param>
/// <param name="ExecutionId">Its execution, <c>nodeId#visit</c>: with the run's id the idempotency key of a line.</param>
public sealed record JournalRow(string ActivityId, string Type, string? Outcome, string? Text, string ExecutionId);
