using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Web.Monitor;

/// <summary>What only the teller of a story knows: what truly changed and when, and how good the answers would have been without a retrain.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Kind">Which drift it tells, in the words of <c>--drift</c>.</param>
/// <param name="Calendar">Its days.</param>
/// <param name="ChangedDay">The first day on which the world has changed, which may be still to come; null when it does not, or nobody knows.</param>
/// <param name="Windows">Rolling windows of labelled requests so far.</param>
public sealed record StoryTruth(string StoryId, string Kind, StoryCalendar Calendar, int? ChangedDay, IReadOnlyList<TruthWindow> Windows)
{
    /// <summary>Simulated time from which the world has changed; null when it does not, or nobody knows.</summary>
    public DateTimeOffset? From => ChangedDay is { } day ? Calendar.StartOf(day) : null;

    /// <summary>The truth behind an endpoint; null when it serves no story, or one whose scenario can no longer be read.</summary>
    internal static StoryTruth? Of(CatalogTransaction catalog, string endpoint, StoryDesk desk)
    {
        if (catalog.Stories.All().LastOrDefault(story => story.ModelName == endpoint) is not { } story) return null;
        if (story.Outcome is { } told) return Of(story, StoryDriver.ReadOutcome(told));
        try
        {
            return Of(story, desk.Show(story.Id).Progress);
        }
        catch (ScenarioException)
        {
            return null;
        }
    }

    private static StoryTruth Of(StoryRow story, StoryOutcome outcome) => Of(story, outcome.Calendar, outcome.Drift, outcome.Quality.Series);

    private static StoryTruth Of(StoryRow story, StoryProgress progress) => Of(story, new StoryCalendar(progress.Start), progress.Drift, progress.Series);

    private static StoryTruth Of(StoryRow story, StoryCalendar calendar, DriftTimeline drift, IReadOnlyList<QualityWindow> series) => new(
        story.Id, story.Drift, calendar, drift.InjectedDay,
        [.. series.Select(window => new TruthWindow(calendar.EndOf(window.ToDay), window.Rows, window.Value, double.IsNaN(window.WithoutRetrain) ? null : window.WithoutRetrain, window.Version))]);
}

/// <summary>Quality over a window of labelled requests.</summary>
/// <param name="At">Simulated end of the window.</param>
/// <param name="Rows">Labelled requests in it.</param>
/// <param name="Value">Of the answers that were served.</param>
/// <param name="WithoutRetrain">Of the first champion on the same requests; null where it was not asked.</param>
/// <param name="Version">Model version that answered last.</param>
public sealed record TruthWindow(DateTimeOffset At, int Rows, double Value, double? WithoutRetrain, int Version);
