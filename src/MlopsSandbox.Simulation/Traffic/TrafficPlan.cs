using System.Globalization;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Traffic;

/// <summary>Which source rows are served on which day: drawn from the traffic reserve without replacement, so that each row serves at most once.</summary>
/// <param name="Days">For each day the scenario's row ids in order of serving.</param>
public sealed record TrafficPlan(IReadOnlyList<IReadOnlyList<int>> Days)
{
    /// <summary>Draws the plan; the same arguments always give the same. Rows keep the reserve's order, which the root seed has shuffled.</summary>
    /// <param name="scenario">Named when something is wrong.</param>
    /// <param name="table">All rows of the scenario, to see who is in the segment.</param>
    /// <param name="division">Holds the reserve.</param>
    /// <param name="drift">From the drift day on, <c>segment</c> and <c>all</c> raise the segment's share.</param>
    /// <param name="story">Days, requests a day, and the segment.</param>
    /// <exception cref="ScenarioException">The reserve has too few rows for the story.</exception>
    public static TrafficPlan Of(Scenario scenario, Table table, RowDivision division, InjectedDrift drift, DriftStory story)
    {
        int wanted = story.Days * story.RequestsPerDay;
        if (wanted > division.Reserve.Count) throw TooFew(scenario, "$.story.requestsPerDay", wanted, division.Reserve.Count, "rows in the traffic reserve");
        bool shifts = drift is InjectedDrift.Segment or InjectedDrift.All && story.Segment is not null;
        int plainDays = shifts ? story.DriftDay : story.Days;
        List<IReadOnlyList<int>> days = [.. division.Reserve.Take(plainDays * story.RequestsPerDay).Chunk(story.RequestsPerDay)];
        if (shifts) days.AddRange(Shifted(scenario, table, [.. division.Reserve.Skip(plainDays * story.RequestsPerDay)], story));
        return new TrafficPlan(days);
    }

    /// <summary>The rows of real days, each on its day; a day that has no row serves none.</summary>
    /// <param name="table">Rows with their days, ascending.</param>
    /// <param name="first">Day 0.</param>
    public static TrafficPlan OfRealDays(Table table, DateOnly first)
    {
        DateOnly[] days = table.Days!;
        List<int>[] plan = [.. Enumerable.Range(0, days[^1].DayNumber - first.DayNumber + 1).Select(_ => new List<int>())];
        foreach ((int position, DateOnly day) in days.Index().Where(row => row.Item >= first)) plan[day.DayNumber - first.DayNumber].Add(table.RowIds[position]);
        return new TrafficPlan(plan);
    }

    private static List<int[]> Shifted(Scenario scenario, Table table, int[] left, DriftStory story)
    {
        SegmentShift shift = story.Segment!;
        HashSet<int> segment = RowsWith(table, shift);
        if (segment.Count == 0)
            throw new ScenarioException($"{ScenarioFile.PlaceOf(scenario, "$.story.segment.value")}: no row of {scenario.DataFile} has {shift.Feature} '{shift.Value}'; expected a value that occurs. Correct the value.");
        (int Row, int Position)[] ordered = [.. left.Select((row, position) => (row, position))];
        var inside = ordered.Where(one => segment.Contains(one.Row)).ToArray();
        var outside = ordered.Where(one => !segment.Contains(one.Row)).ToArray();
        int days = story.Days - story.DriftDay;
        int wantedInside = InsideUntil(days, story, shift), wantedOutside = (days * story.RequestsPerDay) - wantedInside;
        if (wantedInside > inside.Length) throw TooFew(scenario, "$.story.segment.share", wantedInside, inside.Length, $"rows of the segment '{shift.Value}' left in the reserve on the drift day");
        if (wantedOutside > outside.Length) throw TooFew(scenario, "$.story.segment.share", wantedOutside, outside.Length, $"rows outside of the segment '{shift.Value}' left in the reserve on the drift day");
        return [.. Enumerable.Range(0, days).Select(day =>
        {
            int from = InsideUntil(day, story, shift), to = InsideUntil(day + 1, story, shift);
            var drawn = inside[from..to].Concat(outside[((day * story.RequestsPerDay) - from)..(((day + 1) * story.RequestsPerDay) - to)]);
            return drawn.OrderBy(one => one.Position).Select(one => one.Row).ToArray();
        })];
    }

    // Rounding the running total keeps the share over any days, however few requests a day has.
    private static int InsideUntil(int days, DriftStory story, SegmentShift shift) =>
        (int)Math.Round(days * story.RequestsPerDay * shift.Share, MidpointRounding.AwayFromZero);

    private static HashSet<int> RowsWith(Table table, SegmentShift shift)
    {
        string?[] values = ((CategoricalColumn)table[shift.Feature]).Values;
        return [.. table.RowIds.Where((_, position) => values[position] == shift.Value)];
    }

    private static ScenarioException TooFew(Scenario scenario, string path, int wanted, int found, string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"{ScenarioFile.PlaceOf(scenario, path)}: the story needs {wanted} {what}; found {found}. Lower requestsPerDay, days, historyShare or the segment's share."));
}
