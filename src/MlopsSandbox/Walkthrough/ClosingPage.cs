using System.Globalization;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Rendering;
using MlopsSandbox.Simulation.Outcome;
using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>The last page of a walkthrough: what happened when, which models served, how good they were, what it saved, and where to look.</summary>
internal static class ClosingPage
{
    private const int BarWidth = 30;

    /// <summary>Draws the page.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="story">How the walkthrough ended.</param>
    /// <param name="hints">Commands to paste.</param>
    public static void Draw(IAnsiConsole console, StoryOutcome story, Hints hints)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(story.Scenario)}, seed {story.Seed}: {(story.Success ? "[green]it ended well[/]" : "[red]it did not end well[/]")}[/]").LeftJustified());
        console.WriteLine();
        if (story.Replay is { } months) ReplayPage.Draw(console, story, months);
        else console.Write(Timeline(story));
        console.Write(Models(story));
        console.Write(Quality(story, console.Profile.Capabilities.Unicode));
        Cost(console, story.Cost);
        WhereToLook(console, story, hints);
    }

    private static Grid Timeline(StoryOutcome story)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        DriftTimeline drift = story.Drift;
        if (drift.InjectedDay is null) grid.AddRow(new Text("no drift"), new Text(drift.DetectedDay is null ? "none was injected, none was reported" : "none was injected"));
        Moment(grid, drift.InjectedDay, $"drift begins (kind: {drift.Kind}); nobody told the monitor", Color.Yellow);
        Moment(grid, drift.DetectedDay, $"the monitor finds it{After(drift.InjectedDay, drift.DetectedDay)}{(story.Named.Count == 0 ? "" : $", first of all in {string.Join(", ", story.Named.Take(3))}")}", Color.Red);
        Moment(grid, drift.RetrainedDay, "enough labels from after the change have arrived: the retrain runs", Color.Aqua);
        if (drift.RetrainedDay is not null && story.Champions.Count == 1)
            grid.AddRow(new Text(""), new Text("no challenger was better on recent requests: the first model goes on serving"));
        Moment(grid, drift.RecoveredDay, $"quality has recovered{After(drift.InjectedDay, drift.RecoveredDay)}", Color.Green);
        return grid;
    }

    private static void Moment(Grid grid, int? day, string what, Color colour)
    {
        if (day is { } known) grid.AddRow(new Text(string.Create(CultureInfo.InvariantCulture, $"day {known,3}"), new Style(colour)), new Text(what));
    }

    private static string After(int? from, int? to) => (to - from) switch
    {
        null or < 0 => "",
        0 => " at the end of its first day",
        1 => " a day after it began",
        int days => string.Create(CultureInfo.InvariantCulture, $" {days} days after it began"),
    };

    private static Table Models(StoryOutcome story)
    {
        Table table = Tables.Of("model", ">version", "served", ">on its test rows", "made by");
        foreach ((int place, ModelVersion model) in story.Champions.Index())
        {
            string served = (place, story.Champions.Count - 1 - place) switch { (0, 0) => "all along", (0, _) => "at first", (_, 0) => "at the end", _ => "in between" };
            table.Row(model.Model, Figures.Count(model.Version), served, Figures.Quality(model.Metrics), model.RunId);
        }
        return table;
    }

    private static Grid Quality(StoryOutcome story, bool isUnicode)
    {
        StoryQuality quality = story.Quality;
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap());
        bool isReplay = story.Replay is not null;
        // Of errors the largest fills the bar, as they have no upper end.
        double longest = quality.Metric == "auc" ? 1 : new[] { quality.Before, quality.During, quality.After, quality.WithoutRetrain }.Max() ?? 1;
        Bar(isReplay ? "until the first retrain" : "before the drift", quality.Before, Color.Green);
        Bar("while it went unanswered", quality.During, Color.Red);
        Bar("after the retrain", quality.After, Color.Green);
        Bar("the same days without it", quality.WithoutRetrain, Color.Grey);
        return grid;

        void Bar(string when, double? value, Color colour)
        {
            if (value is not { } known) return;
            int length = (int)Math.Round(Math.Clamp(known / longest, 0, 1) * BarWidth);
            grid.AddRow(new Text($"{quality.Metric} {when}"), new Text(Figures.Measure(known)), new Text(new string(isUnicode ? '█' : '#', length), new Style(colour)));
        }
    }

    private static void Cost(IAnsiConsole console, StoryCost? cost)
    {
        if (cost is null) return;
        console.WriteLine();
        console.WriteLine($"Mistakes in the {Figures.Count(cost.Requests)} labelled requests since the new model took over cost {Amount(cost.Served)}; the first model's would have cost {Amount(cost.WithoutRetrain)}: {Amount(cost.Saved)} saved.");

        string Amount(double value) => $"{Figures.Count((long)Math.Round(value))} {cost.Currency}";
    }

    private static void WhereToLook(IAnsiConsole console, StoryOutcome story, Hints hints)
    {
        console.WriteLine();
        if (story.Runs is [string first, ..]) console.WriteHint("The first run, stage by stage", hints.For("show", first));
        if (story.Champion is { } champion) console.WriteHint("Where a run's time went", hints.For("trace", champion.RunId));
        console.WriteHint("All runs, all models", $"{hints.For("runs")}; {hints.For("models")}");
        if (story.Report is not null) console.WriteHint("The report, with its plots", story.Report);
        console.WriteLine($"hash {story.Hash}", new Style(Color.Grey));
    }
}
