using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A story: one walkthrough with its own model group, endpoint and simulated clock.</summary>
public sealed record StoryRow
{
    /// <summary>Such as <c>story-0001</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }
    /// <summary>Absolute path of the scenario's folder.</summary>
    public required string ScenarioFolder { get; init; }
    /// <summary>Its own model group and endpoint, such as <c>telco-churn-0001</c>.</summary>
    public required string ModelName { get; init; }
    /// <summary>The user's seed.</summary>
    public required int Seed { get; init; }
    /// <summary>The drift that is told, in the words of <c>--drift</c>: the one it was begun with, or the one that was injected since.</summary>
    public required string Drift { get; init; }
    /// <summary>The first day on which the world has changed, of a drift that was injected while the story was told; null for the scenario's own day.</summary>
    public int? DriftDay { get; init; }
    /// <summary>Where it stands.</summary>
    public required RunStatus Status { get; init; }
    /// <summary>The simulated day, from 0.</summary>
    public required int Day { get; init; }
    /// <summary>What is done on that day, in the driver's words.</summary>
    public required string Phase { get; init; }
    /// <summary>The simulated clock.</summary>
    public required DateTimeOffset SimulatedAt { get; init; }
    /// <summary>Wall time.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Wall time; null before its end.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>How fast its days are served.</summary>
    public StoryPace Pace { get; init; } = StoryPace.FullSpeed;
    /// <summary>True when whoever serves the home drives it; false when the command that began it does.</summary>
    public bool IsHosted { get; init; }
    /// <summary>Why a hosted story is not told on, for people; null when it is. Playing or stepping it clears it.</summary>
    public string? Error { get; init; }
    /// <summary>All that its driver needs to go on; null at first.</summary>
    public JsonElement? State { get; init; }
    /// <summary>How it ended, as it is shown; null before, and of one that was cancelled.</summary>
    public JsonElement? Outcome { get; init; }
    /// <summary>True when nothing more happens in it.</summary>
    public bool HasEnded => Status.IsEnd();
    /// <summary>True when it ended on request, with no <see cref="Outcome"/>.</summary>
    public bool IsCancelled => Status == RunStatus.Cancelled;
}
