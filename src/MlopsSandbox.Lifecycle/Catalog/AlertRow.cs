using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Where an alert stands.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has taken it up.</summary>
    Open,
    /// <summary>Somebody has.</summary>
    Acknowledged,
    /// <summary>It is open, and nobody is told of it for a while.</summary>
    Silenced,
    /// <summary>It is over: checks were quiet, or another model began to serve.</summary>
    Cleared,
}

/// <summary>An alert, in the shape in which it is shown. Times are simulated but where told otherwise.</summary>
public sealed record AlertRow
{
    /// <summary>Such as <c>alert-0003</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Where it stands.</summary>
    public required AlertStatus Status { get; init; }
    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }
    /// <summary>The endpoint.</summary>
    public required string Endpoint { get; init; }
    /// <summary>The rule that raised it.</summary>
    public required string Rule { get; init; }
    /// <summary>What it is about, such as a feature's name.</summary>
    public required string Subject { get; init; }
    /// <summary>What the last check that fired found.</summary>
    public required string Text { get; init; }
    /// <summary>Time at which it was raised.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>Time of the last check that fired.</summary>
    public required DateTimeOffset LastAt { get; init; }
    /// <summary>Checks that fired while it was open.</summary>
    public required long Times { get; init; }
    /// <summary>Time at which it ended; null while it is open.</summary>
    public required DateTimeOffset? ClearedAt { get; init; }
    /// <summary>The report that raised it.</summary>
    public required string ReportId { get; init; }
    /// <summary>Time until which nobody is told of it; null for none.</summary>
    public DateTimeOffset? SilencedUntil { get; init; }
    /// <summary>Who took it up; null when nobody did.</summary>
    public string? AcknowledgedBy { get; init; }
    /// <summary>What they wrote.</summary>
    public string? Note { get; init; }
    /// <summary>Wall time of that.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }
    /// <summary>Who was told, or will be; null where alerts are listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NotificationRow>? Notifications { get; init; }

    /// <summary>True once somebody was to be told of it.</summary>
    [JsonIgnore]
    public bool IsNotified { get; init; }
}
