using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What a run asked people, in the shape in which it is shown.</summary>
public sealed record ApprovalRow
{
    /// <summary>The activity's id in the definition.</summary>
    public required string ActivityId { get; init; }
    /// <summary>What is to be decided, in a few words.</summary>
    public required string Title { get; init; }
    /// <summary>What whoever decides should know; null when the definition says nothing.</summary>
    public required string? Message { get; init; }
    /// <summary>Whether it is decided.</summary>
    public required ApprovalStatus Status { get; init; }
    /// <summary>Wall time of the question.</summary>
    public required DateTimeOffset AskedAt { get; init; }
    /// <summary>Who decided; null before.</summary>
    public required string? By { get; init; }
    /// <summary>Why; null before.</summary>
    public required string? Reason { get; init; }
    /// <summary>Wall time of the decision, or of its withdrawal; null before.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The run.</summary>
    [JsonIgnore]
    public string RunId { get; init; } = "";
    /// <summary>The activity execution, <c>nodeId#visit</c>.</summary>
    [JsonIgnore]
    public string ExecutionId { get; init; } = "";
}
