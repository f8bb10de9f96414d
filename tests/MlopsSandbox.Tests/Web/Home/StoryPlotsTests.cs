using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Web.Home;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Tests.Web.Home;

public sealed class StoryPlotsTests
{
    private static readonly QualityWindow[] Windows = [new(0, 2, 300, 0.8, 0.02, double.NaN, 1), new(3, 5, 300, 0.5, 0.02, 0.5, 1), new(6, 8, 300, 0.79, 0.02, 0.45, 2)];

    private static readonly StoryProgress Story = new()
    {
        Days = 10,
        Start = DateTimeOffset.UnixEpoch,
        Drift = new DriftTimeline("price", 3, 4, 6, null),
        Metric = "auc",
        ByDay = [Day(0, 0.4), Day(4, 25, "monthly_charges"), Day(5, null)],
        Series = Windows,
        Decisions = [],
        Champions = [new StoryChampion(0, 1, "lifecycle-0001"), new StoryChampion(6, 2, "lifecycle-0002")],
    };

    [Fact]
    public void Quality_OfAStoryWithARetrain_ShowsWhatItWouldHaveBeenFromThenOn()
    {
        PlotSpec plot = StoryPlots.Quality(Story, Windows);

        Assert.Equal(["measured from labels", "without the retrain"], plot.Series.Select(series => series.Name));
        Assert.Equal([new PlotPoint(1, 0.8), new PlotPoint(4, 0.5), new PlotPoint(7, 0.79)], plot.Series[0].Points);
        Assert.Equal([new PlotPoint(7, 0.45)], plot.Series[1].Points);
        Assert.True(plot.Series[1].IsDashed);
        Assert.Equal([new PlotBand(3, 9, "true drift: price")], plot.Bands);
        Assert.Equal(["found", "version 2"], plot.Marks.Select(mark => mark.Name));
    }

    [Fact]
    public void Drift_FarBeyondWhatAlarms_IsDrawnAtTheTopAndUnmeasuredNotAtAll()
    {
        PlotSpec plot = StoryPlots.Drift(Story);

        Assert.Equal([new PlotPoint(0, 0.4)], plot.Series[0].Points);
        Assert.Equal([new PlotPoint(4, 10)], plot.Series[1].Points);
    }

    private static StoryDay Day(int day, double? severity, params string[] alarmed) =>
        new() { FromDay = day, Day = day, Requests = 100, Labels = 0, Version = 1, Check = new StoryCheck($"report-{day}", severity, alarmed) };
}
