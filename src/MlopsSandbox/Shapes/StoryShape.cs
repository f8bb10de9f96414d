using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Shapes;

/// <summary>A story and where it stands.</summary>
internal record StoryShape
{
    /// <summary>Such as <c>story-0001</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }
    /// <summary>Its own model group and endpoint.</summary>
    public required string Model { get; init; }
    /// <summary>The seed.</summary>
    public required int Seed { get; init; }
    /// <summary>Running until its last day is judged, then whether it ended well; or cancelled.</summary>
    public required RunStatus Status { get; init; }
    /// <summary><c>train</c>, <c>serve</c> (the day is still to come), <c>check</c> (the day was served, and what that causes is under way), <c>judge</c> or <c>done</c>.</summary>
    public required string Phase { get; init; }
    /// <summary>The day, from 0.</summary>
    public required int Day { get; init; }
    /// <summary>Days of the story; null when its scenario can no longer be read.</summary>
    public required int? Days { get; init; }
    /// <summary>Its clock.</summary>
    public required DateTimeOffset SimulatedAt { get; init; }
    /// <summary>How fast it is told.</summary>
    public required PaceShape Pace { get; init; }
    /// <summary>The truth about its drift.</summary>
    public required DriftTruthShape Drift { get; init; }
    /// <summary>True when whoever serves the home drives it.</summary>
    public required bool IsHosted { get; init; }
    /// <summary>Wall time.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Wall time; null before its end.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
    /// <summary>Why it is not told on; null when it is.</summary>
    public required string? Error { get; init; }

    /// <summary>Of a story's row.</summary>
    public static StoryShape Of(StoryRow story)
    {
        (int? days, int? driftDay) = TimesOf(story);
        return new StoryShape
        {
            Id = story.Id,
            Scenario = story.Scenario,
            Model = story.ModelName,
            Seed = story.Seed,
            Status = story.Status,
            Phase = story.Phase,
            Day = story.Day,
            Days = days,
            SimulatedAt = story.SimulatedAt,
            Pace = new PaceShape(story.Pace.IsPaused, story.Pace.DaysPerSecond, story.Pace.StepDays),
            Drift = new DriftTruthShape(story.Drift, driftDay),
            IsHosted = story.IsHosted,
            StartedAt = story.StartedAt,
            EndedAt = story.EndedAt,
            Error = story.Error,
        };
    }

    // What has ended is shown as it ended, whatever became of its scenario.
    private static (int? Days, int? DriftDay) TimesOf(StoryRow story)
    {
        if (story.Outcome is { } outcome) return (outcome.GetProperty("days").GetInt32(), NumberOf(outcome.GetProperty("drift").GetProperty("injectedDay")));
        try
        {
            StoryTimes times = StoryTimes.Of(story);
            return (times.Days, times.InjectedDay);
        }
        catch (ScenarioException)
        {
            return (null, story.DriftDay);
        }
    }

    private static int? NumberOf(JsonElement number) => number.ValueKind == JsonValueKind.Number ? number.GetInt32() : null;
}

/// <summary>How fast a story is told.</summary>
/// <param name="Paused">True when no day is served but those of <paramref name="StepDays"/>.</param>
/// <param name="Speed">Simulated days a second; null is full speed.</param>
/// <param name="StepDays">Days that are still to be stepped.</param>
internal sealed record PaceShape(bool Paused, double? Speed, int StepDays);

/// <summary>The truth about a story's drift.</summary>
/// <param name="Kind">In the words of <c>--drift</c>.</param>
/// <param name="Day">The first day on which the world has changed; null when it does not, or nobody knows.</param>
internal sealed record DriftTruthShape(string Kind, int? Day);
