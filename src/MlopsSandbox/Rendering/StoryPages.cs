using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Stories;
using Spectre.Console;
using static System.FormattableString;

namespace MlopsSandbox.Rendering;

/// <summary>Stories in a table, and one alone.</summary>
internal static class StoryPages
{
    /// <summary>Draws stories in the order given.</summary>
    public static void DrawAll(IAnsiConsole screen, IReadOnlyList<StoryShape> stories, Hints hints)
    {
        if (stories.Count == 0)
        {
            screen.WriteHint("No story was begun here yet. Tell one with", hints.For("walkthrough"));
            return;
        }
        Table table = Tables.Of("story", "scenario", ">seed", "drift", "status", ">days served", "pace");
        foreach (StoryShape story in stories)
            table.AddRow(new Text(story.Id), new Text(story.Scenario), new Text(Invariant($"{story.Seed}")), new Text(DriftOf(story)), Tables.Status(story.Status), new Text(story.Days is { } days ? Invariant($"{Served(story)} of {days}") : Invariant($"{Served(story)}")), new Text(PaceOf(story)));
        screen.Write(table);
    }

    /// <summary>Draws one story: where it stands, and how it goes on.</summary>
    public static void Draw(IAnsiConsole screen, StoryShape story, Hints hints)
    {
        screen.WriteLine($"{story.Id}: {story.Scenario}, seed {Invariant($"{story.Seed}")}, drift {DriftOf(story)}, model {story.Model}.");
        screen.WriteLine($"{Tables.Word(story.Status)}, {story.Phase}, {DayOf(story)}, {PaceOf(story)}.");
        if (story.Error is { } error) screen.WriteLine($"It is not told on: {error}");
        if (story.Status != RunStatus.Running) return;
        if (story.IsHosted) screen.WriteHint("Whoever serves the home drives it", hints.For("serve"));
        if (story.Pace.Paused) screen.WriteHint("It goes on with", hints.For("stories", "play", story.Id));
    }

    /// <summary>Draws one story with its days; drift is the largest of a check, against what would alarm, and unretrained the first model on the same requests.</summary>
    public static void DrawDays(IAnsiConsole screen, StoryDetailShape story, Hints hints)
    {
        Draw(screen, story, hints);
        if (story.Progress.ByDay.Count == 0) return;
        string metric = story.Progress.Metric;
        Table table = Tables.Of(">day", ">requests", ">labels", ">model", $">{metric}", ">unretrained", ">estimated", ">drift", "decision", "alarmed");
        foreach (StoryDay day in story.Progress.ByDay)
        {
            table.Row(
                Invariant($"{day.Day}"), Figures.Count(day.Requests), Figures.Count(day.Labels), Invariant($"{day.Version}"),
                Figures.Measure(day.Measured?.Value), Figures.Measure(day.Measured is { WithoutRetrain: var shadow } && double.IsFinite(shadow) ? shadow : null), Figures.Measure(day.Estimated?.Value),
                Figures.Measure(day.Check?.Severity), day.Choice ?? "–", day.Check is { Alarmed: { Count: > 0 } alarmed } ? string.Join(", ", alarmed) : "–");
        }
        screen.Write(table);
    }

    private static string DriftOf(StoryShape story) => story.Drift.Day is { } day ? Invariant($"{story.Drift.Kind} from day {day} on") : story.Drift.Kind;

    private static string DayOf(StoryShape story) => $"{(story.Status == RunStatus.Running ? Invariant($"day {story.Day}, ") : "")}{ServedDays.Words(Served(story), story.Days)}";

    private static int Served(StoryShape story) => story.Phase == "done" ? story.Days ?? story.Day + 1 : ServedDays.Of(story.Phase, story.Day);

    private static string PaceOf(StoryShape story)
    {
        string speed = story.Pace.Speed is { } set ? Invariant($"{set} days a second") : "full speed";
        return story.Pace switch
        {
            { Paused: true, StepDays: > 0 } => Invariant($"stepping {story.Pace.StepDays} more"),
            { Paused: true } => story.Pace.Speed is null ? "paused" : $"paused ({speed})",
            _ => speed,
        };
    }
}
