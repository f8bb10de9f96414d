using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>How long a story is, and when its world changes. Cheap where days are made up: none of the scenario's rows is read.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Story">When and how it drifts; null where real days are replayed.</param>
/// <param name="Drift">Which drift is told.</param>
/// <param name="Days">Days of the story.</param>
/// <param name="Calendar">Its simulated time.</param>
public sealed record StoryTimes(Scenario Scenario, DriftStory? Story, InjectedDrift Drift, int Days, StoryCalendar Calendar)
{
    /// <summary>The first day on which the world has changed; null when it does not, or when nobody knows.</summary>
    public int? InjectedDay => Drift == InjectedDrift.None ? null : Story?.DriftDay;

    /// <summary>Of a story.</summary>
    /// <exception cref="ScenarioException">Its scenario can no longer be read.</exception>
    public static StoryTimes Of(StoryRow row)
    {
        Scenario scenario = ScenarioFile.Read(row.ScenarioFolder);
        InjectedDrift drift = Enum.Parse<InjectedDrift>(row.Drift, ignoreCase: true);
        if (ReplayStory.IsToldBy(scenario))
        {
            StoryWorld world = StoryWorld.Of(row);
            return new StoryTimes(scenario, null, drift, world.Days, world.Calendar);
        }
        DriftStory told = DriftStory.Of(scenario, drift);
        return new StoryTimes(scenario, told with { DriftDay = row.DriftDay ?? told.DriftDay }, drift, told.Days, StoryCalendar.Invented);
    }
}
