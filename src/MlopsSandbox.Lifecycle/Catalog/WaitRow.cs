using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What a run waits for, apart from people's decisions and other runs, in the shape in which it is shown.</summary>
public sealed record WaitRow
{
    /// <summary>The activity's id in the definition.</summary>
    public required string ActivityId { get; init; }
    /// <summary>What kind of wait.</summary>
    public required WaitKind Kind { get; init; }
    /// <summary>The event's name, or the task's; null for a timer.</summary>
    public string? Name { get; init; }
    /// <summary>When the timer is due, by the clock of the run; null for others.</summary>
    public DateTimeOffset? DueAt { get; init; }
    /// <summary>True when the timer goes by the simulated clock of a story, which only the story's telling moves.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The activity execution, <c>nodeId#visit</c>.</summary>
    [JsonIgnore]
    public string ExecutionId { get; init; } = "";
}
