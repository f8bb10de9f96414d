using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Web.Metrics;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Web.Home;

/// <summary>A story's plots: its quality and its drift, by day, with the truth beside what was found. Pure.</summary>
internal static class StoryPlots
{
    /// <summary>Quality of what was served, what a monitor estimated, and what it would have been without the retrain.</summary>
    /// <param name="story">The story.</param>
    /// <param name="windows">Its quality by window of days.</param>
    public static PlotSpec Quality(StoryProgress story, IReadOnlyList<QualityWindow> windows)
    {
        List<PlotSeries> series = [];
        Add("measured from labels", isDashed: false, colour: 0, windows.Select(window => (Middle(window), (double?)window.Value)));
        Add("estimated without labels", isDashed: false, colour: 2, story.ByDay.Where(day => day.Estimated is not null).Select(day => ((double)day.Day, (double?)day.Estimated!.Value)));
        Add("without the retrain", isDashed: true, colour: 1, WithoutRetrain(story, windows));
        return new PlotSpec
        {
            Title = "Quality by day",
            X = Days(story),
            Y = new PlotAxis(MetricLook.Of(story.Metric).Title, MetricLook.Of(story.Metric).Unit),
            Series = series,
            Bands = Truth(story),
            Marks = Marks(story),
            Height = 250,
        };

        void Add(string name, bool isDashed, int colour, IEnumerable<(double X, double? Y)> points)
        {
            PlotPoint[] drawn = [.. points.Where(point => point.Y is { } y && !double.IsNaN(y)).Select(point => new PlotPoint(point.X, point.Y))];
            if (drawn.Length > 0) series.Add(new PlotSeries(name, SeriesShape.Line, drawn) { IsDashed = isDashed, Colour = colour });
        }
    }

    /// <summary>The largest drift that each check measured, against what would alarm.</summary>
    public static PlotSpec Drift(StoryProgress story) => new()
    {
        Title = "Largest drift of each check",
        X = Days(story),
        Y = new PlotAxis("drift, threshold = 1, at most 10") { Min = 0 },
        Series =
        [
            new PlotSeries("no alarm", SeriesShape.Points, [.. Checks(story, alarmed: false)]) { Colour = 0 },
            new PlotSeries("alarm", SeriesShape.Points, [.. Checks(story, alarmed: true)]) { Colour = 1 },
        ],
        Bands = Truth(story),
        Limits = [new PlotLimit(1, "alarms above")],
        Height = 250,
    };

    private static IEnumerable<PlotPoint> Checks(StoryProgress story, bool alarmed) => story.ByDay
        .Where(day => day.Check is { Severity: not null } check && check.Alarmed.Count > 0 == alarmed)
        .Select(day => new PlotPoint(day.Day, Math.Min(day.Check!.Severity!.Value, MostSeverity)));

    // Far beyond what alarms, how far says nothing, and would flatten the rest.
    private const double MostSeverity = 10;

    private static IEnumerable<(double X, double? Y)> WithoutRetrain(StoryProgress story, IReadOnlyList<QualityWindow> windows) => story.Champions.Count < 2
        ? []
        : windows.Where(window => window.ToDay >= story.Champions[1].FromDay).Select(window => (Middle(window), (double?)window.WithoutRetrain));

    private static double Middle(QualityWindow window) => (window.FromDay + window.ToDay) / 2.0;

    private static PlotAxis Days(StoryProgress story) => new("day of the story", "d") { Min = 0, Max = story.Days - 1 };

    private static PlotBand[] Truth(StoryProgress story) => story.Drift.InjectedDay is { } day ? [new PlotBand(day, story.Days - 1, $"true drift: {story.Drift.Kind}")] : [];

    private static PlotMark[] Marks(StoryProgress story) =>
    [
        .. story.Drift.DetectedDay is { } found ? [new PlotMark(found, "found", "bad")] : Array.Empty<PlotMark>(),
        .. story.Champions.Skip(1).Select(champion => new PlotMark(champion.FromDay, FormattableString.Invariant($"version {champion.Version}"), "good")),
    ];
}
