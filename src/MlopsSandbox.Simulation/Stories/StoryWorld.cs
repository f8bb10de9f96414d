using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Traffic;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>The world that a story simulates, which follows from scenario, seed and drift alone; never stored, made again on resume.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Story">When and how it drifts.</param>
/// <param name="Drift">Which drift is told.</param>
/// <param name="Table">All rows of the scenario, by row id.</param>
/// <param name="Plan">Which rows are served when.</param>
internal sealed record StoryWorld(Scenario Scenario, DriftStory Story, InjectedDrift Drift, Table Table, TrafficPlan Plan)
{
    /// <exception cref="ScenarioException">The scenario cannot tell this story.</exception>
    public static StoryWorld Of(Scenario scenario, int seed, InjectedDrift drift)
    {
        DriftStory story = DriftStory.Of(scenario, drift);
        Table table = ScenarioData.Read(scenario);
        StoryValues.Check(scenario, table, story);
        return new StoryWorld(scenario, story, drift, table, TrafficPlan.Of(scenario, table, RowDivision.Of(seed, scenario, table), drift, story));
    }

    public static StoryWorld Of(StoryRow row) => Of(ScenarioFile.Read(row.ScenarioFolder), row.Seed, Enum.Parse<InjectedDrift>(row.Drift, ignoreCase: true));

    /// <summary>The rows of a day as they are served, in order.</summary>
    public Table RowsOf(int day) => DriftInjection.Apply(Table.Take(Plan.Days[day]), day, Drift, Story);
}
