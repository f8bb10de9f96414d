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
    /// <summary>The drift that is told, in the words of <c>--drift</c>.</summary>
    public required string Drift { get; init; }
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
    /// <summary>All that its driver needs to go on; null at first.</summary>
    public JsonElement? State { get; init; }
    /// <summary>How it ended, as it is shown; null before.</summary>
    public JsonElement? Outcome { get; init; }
}
