using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Where a notification stands.</summary>
public enum NotificationStatus
{
    /// <summary>To be told, or told again.</summary>
    Pending,
    /// <summary>Told.</summary>
    Delivered,
    /// <summary>Given up: refused, or tried often enough.</summary>
    Failed,
}

/// <summary>What a sink is told, in the shape in which it is shown. Times are wall times.</summary>
public sealed record NotificationRow
{
    /// <summary>Such as <c>notification-0004</c>.</summary>
    public required string Id { get; init; }
    /// <summary>The same at every attempt, and no other home's.</summary>
    public required string IdempotencyKey { get; init; }
    /// <summary>The sink's name.</summary>
    public required string Sink { get; init; }
    /// <summary><c>raised</c> or <c>cleared</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>Where it stands.</summary>
    public required NotificationStatus Status { get; init; }
    /// <summary>Attempts that were made.</summary>
    public required int Attempts { get; init; }
    /// <summary>Why the last one failed; null when none did.</summary>
    public required string? Error { get; init; }
    /// <summary>When the next attempt is due; null when there is none.</summary>
    public required DateTimeOffset? NextAt { get; init; }
    /// <summary>When it was told; null before.</summary>
    public required DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What is told.</summary>
    [JsonIgnore]
    public JsonElement Payload { get; init; }
    /// <summary>The run whose check caused it; null for none.</summary>
    [JsonIgnore]
    public string? RunId { get; init; }
}
