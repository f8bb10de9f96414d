using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Web.Home;

/// <summary>All that the home page shows of one story, read at one moment.</summary>
public sealed record HomeView
{
    /// <summary>The story.</summary>
    public required StoryRow Story { get; init; }
    /// <summary>How it goes; null when its scenario can no longer be read.</summary>
    public required StoryProgress? Progress { get; init; }
    /// <summary>Its runs that make models, the oldest first.</summary>
    public required IReadOnlyList<RunRow> Trainings { get; init; }
    /// <summary>Its newest check; null before the first.</summary>
    public required RunRow? Check { get; init; }
    /// <summary>Alerts that are not over, the oldest first.</summary>
    public required IReadOnlyList<AlertRow> Alerts { get; init; }
    /// <summary>What serves; null before the first deployment.</summary>
    public required ModelVersion? Champion { get; init; }

    /// <summary>How the story ended; null before, and when it was cancelled.</summary>
    public required StoryOutcome? Outcome { get; init; }
    /// <summary>Quality by window of days: what was measured at the story's end, or so far.</summary>
    public IReadOnlyList<QualityWindow> Quality => Outcome?.Quality.Series ?? Progress?.Series ?? [];
    /// <summary>Whether the monitor has reported drift; null when nobody knows any more.</summary>
    public bool? HasAlarmed => (Outcome?.Drift ?? Progress?.Drift) is { } drift ? drift.DetectedDay is not null : null;
    /// <summary>The newest training.</summary>
    public RunRow? Training => Trainings.Count == 0 ? null : Trainings[^1];
    /// <summary>The newest day that was served; null before the first.</summary>
    public StoryDay? Newest => Progress is { ByDay: [.., var last] } ? last : null;
    /// <summary>The newest check's findings; null before the first.</summary>
    public StoryDay? NewestChecked => Progress?.ByDay.LastOrDefault(day => day.Check is not null);
    /// <summary>Runs of it that ask for an approval which nobody has given or refused yet.</summary>
    public IReadOnlyList<RunRow> Asking { get; init; } = [];
    /// <summary>The newest request that its endpoint answered, once the story has ended; null before.</summary>
    public CapturedRequest? Sample { get; init; }
}
