using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Traffic;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>The world that a story simulates, which follows from scenario, seed and drift alone; never stored, made again on resume.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Story">When and how it drifts; null where real days are replayed.</param>
/// <param name="Drift">Which drift is told.</param>
/// <param name="Table">All rows of the scenario, by row id.</param>
/// <param name="Plan">Which rows are served when.</param>
/// <param name="Calendar">Its simulated time.</param>
internal sealed record StoryWorld(Scenario Scenario, DriftStory? Story, InjectedDrift Drift, Table Table, TrafficPlan Plan, StoryCalendar Calendar)
{
    /// <summary>Days of the story.</summary>
    public int Days => Plan.Days.Count;

    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">The user's seed.</param>
    /// <param name="drift">Which drift is told.</param>
    /// <param name="driftDay">The first day on which the world has changed; null for the scenario's own.</param>
    /// <exception cref="ScenarioException">The scenario cannot tell this story.</exception>
    public static StoryWorld Of(Scenario scenario, int seed, InjectedDrift drift, int? driftDay = null)
    {
        if (ReplayStory.IsToldBy(scenario)) return Replayed(scenario, drift);
        DriftStory told = DriftStory.Of(scenario, drift), story = told with { DriftDay = driftDay ?? told.DriftDay };
        Table table = ScenarioData.Read(scenario);
        StoryValues.Check(scenario, table, story);
        TrafficPlan plan = TrafficPlan.Of(scenario, table, RowDivision.Of(seed, scenario, table), drift, story);
        return new StoryWorld(scenario, story, drift, table, plan, StoryCalendar.Invented);
    }

    public static StoryWorld Of(StoryRow row) => Of(ScenarioFile.Read(row.ScenarioFolder), row.Seed, Enum.Parse<InjectedDrift>(row.Drift, ignoreCase: true), row.DriftDay);

    /// <summary>True until another drift is injected into the story.</summary>
    public bool IsStillOf(StoryRow row) => row.Drift.Equals(Drift.ToString(), StringComparison.OrdinalIgnoreCase) && (row.DriftDay is null || row.DriftDay == Story?.DriftDay);

    /// <summary>The first day that a story has not served: <see cref="Days"/> when none is left.</summary>
    public int FirstUnserved(StoryRow row) => row.Phase switch
    {
        StoryPhase.Train or StoryPhase.Serve => row.Day,
        StoryPhase.Check => LastBeforeCheck(row.Day) + 1,
        _ => Days,
    };

    /// <summary>The last of the days that are served together from this one on: the day at whose end the next check is due, else the story's last.</summary>
    public int LastBeforeCheck(int day) => Enumerable.Range(day, Days - day).Where(IsCheckedAfter).Append(Days - 1).First();

    /// <summary>
    /// Is a check due at the end of a day? As the scenario's schedule says; where it says nothing, at the end of each day, or of real days of each month and of the last.
    /// </summary>
    public bool IsCheckedAfter(int day)
    {
        if (Scenario.Monitor.Schedule is null && day == Days - 1) return true;
        CheckSchedule schedule = Scenario.Monitor.Schedule ?? (Story is null ? CheckSchedule.Monthly : CheckSchedule.Daily);
        return schedule.IsDueAt(Calendar.StartOf(day), Calendar.EndOf(day), ServedBefore(day), ServedBefore(day + 1));
    }

    /// <summary>The rows of a day as they are served, in order.</summary>
    public Table RowsOf(int day)
    {
        Table rows = Table.Take(Plan.Days[day]);
        return Story is null ? rows : DriftInjection.Apply(rows, day, Drift, Story);
    }

    private long ServedBefore(int day) => Plan.Days.Take(day).Sum(rows => (long)rows.Count);

    private static StoryWorld Replayed(Scenario scenario, InjectedDrift drift)
    {
        ReplayStory.Check(scenario, drift);
        Table table = ScenarioData.Read(scenario);
        DateOnly first = table.Days![RowDivision.HistoryOf(scenario, table).Count];
        return new StoryWorld(scenario, null, drift, table, TrafficPlan.OfRealDays(table, first), StoryCalendar.From(first));
    }
}
