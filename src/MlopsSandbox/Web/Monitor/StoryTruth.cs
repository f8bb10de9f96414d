using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Web.Monitor;

/// <summary>What only the teller of a story knows: what truly changed and when, and how good the answers would have been without a retrain.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Kind">Which drift it tells, in the words of <c>--drift</c>.</param>
/// <param name="From">Simulated time from which the world has changed; null when it does not, or nobody knows.</param>
/// <param name="Windows">Rolling windows of labelled requests, once the story has ended.</param>
public sealed record StoryTruth(string StoryId, string Kind, DateTimeOffset? From, IReadOnlyList<TruthWindow> Windows)
{
    /// <summary>The truth behind an endpoint; null when it serves no story.</summary>
    internal static StoryTruth? Of(CatalogTransaction catalog, string endpoint) =>
        catalog.Stories.All().LastOrDefault(story => story.ModelName == endpoint) is { } story ? Of(story) : null;

    /// <summary>The truth of a story.</summary>
    internal static StoryTruth Of(StoryRow story)
    {
        if (story.Outcome is not { } json) return new StoryTruth(story.Id, story.Drift, Planned(story), []);
        StoryOutcome outcome = StoryDriver.ReadOutcome(json);
        return new StoryTruth(story.Id, story.Drift, outcome.Drift.InjectedDay is { } day ? outcome.Calendar.StartOf(day) : null,
            [.. outcome.Quality.Series.Select(window => new TruthWindow(outcome.Calendar.EndOf(window.ToDay), window.Rows, window.Value, window.WithoutRetrain, window.Version))]);
    }

    // A story that is still told has no outcome, but its scenario says when it drifts.
    private static DateTimeOffset? Planned(StoryRow story)
    {
        if (story.Drift is "none" or "real") return null;
        try
        {
            DriftStory told = DriftStory.Of(ScenarioFile.Read(story.ScenarioFolder), Enum.Parse<InjectedDrift>(story.Drift, ignoreCase: true));
            return StoryCalendar.Invented.StartOf(told.DriftDay);
        }
        catch (ScenarioException)
        {
            return null;    // its scenario was changed or moved since: then nobody knows
        }
    }
}

/// <summary>Quality over a window of labelled requests.</summary>
/// <param name="At">Simulated end of the window.</param>
/// <param name="Rows">Labelled requests in it.</param>
/// <param name="Value">Of the answers that were served.</param>
/// <param name="WithoutRetrain">Of the first champion on the same requests.</param>
/// <param name="Version">Model version that answered last.</param>
public sealed record TruthWindow(DateTimeOffset At, int Rows, double Value, double WithoutRetrain, int Version);
