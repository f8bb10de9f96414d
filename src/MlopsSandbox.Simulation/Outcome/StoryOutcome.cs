using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Clock;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>How a story ended, in the shape in which <c>walkthrough</c> shows it.</summary>
public sealed record StoryOutcome
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }
    /// <summary>The user's seed.</summary>
    public required int Seed { get; init; }
    /// <summary>True when the story ended well: see <see cref="StoryVerdict"/> for what that asks of each drift.</summary>
    public required bool Success { get; init; }
    /// <summary>What is missing for success, a sentence each; empty when it ended well.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
    /// <summary>When things happened.</summary>
    public required DriftTimeline Drift { get; init; }
    /// <summary>How good the answers were.</summary>
    public required StoryQuality Quality { get; init; }
    /// <summary>Features, most telling first, that the monitor named once its window held changed requests only; at an alarm before that, what it named then.</summary>
    public required IReadOnlyList<string> Named { get; init; }
    /// <summary>What the retrain saved; null when no retrained model took over.</summary>
    public required StoryCost? Cost { get; init; }
    /// <summary>Model versions that served, in order.</summary>
    public required IReadOnlyList<ModelVersion> Champions { get; init; }
    /// <summary>Ids of the story's runs, the oldest first.</summary>
    public required IReadOnlyList<string> Runs { get; init; }
    /// <summary>Path of the report for people; null until one is written.</summary>
    public string? Report { get; init; }
    /// <summary>Same seed, same digest: see <see cref="StoryHash"/>.</summary>
    public required string Hash { get; init; }
    /// <summary>Id of the story.</summary>
    public required string Story { get; init; }
    /// <summary>Its days.</summary>
    public required int Days { get; init; }
    /// <summary>The begin of its day 0, simulated time.</summary>
    public DateTimeOffset Start { get; init; } = StoryCalendar.Invented.Start;
    /// <summary>Where real days were replayed: month by month what was served and what the monitor found; else null.</summary>
    public IReadOnlyList<ReplayedMonth>? Replay { get; init; }
    /// <summary>What every check measured.</summary>
    public required IReadOnlyList<DriftScore> DriftScores { get; init; }
    /// <summary>What the policy chose at each check.</summary>
    public required IReadOnlyList<StoryDecision> Decisions { get; init; }

    /// <summary>Its simulated time.</summary>
    [JsonIgnore]
    public StoryCalendar Calendar => new(Start);

    /// <summary>The model that served at the end; null when none was ever deployed.</summary>
    [JsonIgnore]
    public ModelVersion? Champion => Champions.Count == 0 ? null : Champions[^1];
}
