using MlopsSandbox.Web.Monitor;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class TimelineTests
{
    [Fact]
    public void Of_AStory_SetsTheTrueDriftApartFromWhenItBegan()
    {
        PlotBand band = Assert.Single(Timeline.Of(SampleHistory.Of(SampleHistory.Truth("price", 4)), null).Bands);

        Assert.Equal((Ms(4), null, "true drift: price"), (band.From, band.To, band.Name));
    }

    [Fact]
    public void Of_WithoutAStory_KnowsNoTruth()
    {
        PlotSpec plot = Timeline.Of(SampleHistory.Of(null), null);

        Assert.Empty(plot.Bands);
        Assert.DoesNotContain(plot.Series, series => series.Name.Contains("without", StringComparison.Ordinal));
        Assert.Equal(0.61, plot.Series.Single(series => series.Name == "AUC measured").Points[0].Y);
    }

    [Fact]
    public void Of_AStory_DrawsWhatWouldHaveBeenFromTheTakeoverOn()
    {
        PlotSeries without = Timeline.Of(SampleHistory.Of(SampleHistory.Truth("all", 4)), null).Series.Single(series => series.Name == "AUC without the retrain");

        Assert.True(without.IsDashed);
        Assert.Equal([(Ms(8), 0.45), (Ms(9), 0.5)], without.Points.Select(point => (point.X, point.Y!.Value)));
    }

    [Fact]
    public void Of_AHistory_HasALaneForAlarmsDecisionsAndModels()
    {
        PlotSpec plot = Timeline.Of(SampleHistory.Of(null), null);

        Assert.Equal([Ms(5), Ms(6), Ms(7)], Lane(plot, "drift alarm").Select(point => point.X));
        Assert.Equal([Ms(5), Ms(6)], Lane(plot, "waits to retrain").Select(point => point.X));
        Assert.Equal("lifecycle-0002", Lane(plot, "retrain").Single().Text);
        Assert.Equal(["version 1", "version 2"], Lane(plot, "model serves").Select(point => point.Text));
        Assert.Equal(["found", "retrain", "version 2"], plot.Marks.Select(mark => mark.Name));
    }

    [Fact]
    public void Of_AChosenFeature_DrawsItsDriftBesideTheLargest() => Assert.Contains(
        Timeline.Of(SampleHistory.Of(null), "monthly_charges").Series, series => series.Name == "drift of monthly charges" && series.Points.Count == 10);

    [Theory]
    [InlineData("price", 4, "In story-0001 the world changed on day 4, 2026-01-05 (price). The first alarm came at the end of that day. Version 2 serves from day 8, 2026-01-09 on.")]
    [InlineData("price", 2, "In story-0001 the world changed on day 2, 2026-01-03 (price). The first alarm came at the end of day 4, 2026-01-05, 2 days later. Version 2 serves from day 8, 2026-01-09 on.")]
    [InlineData("all", 6, "In story-0001 the world changed on day 6, 2026-01-07 (all that its scenario tells). The first alarm came before, at the end of day 4, 2026-01-05: a false one.")]
    [InlineData("all", 5, "In story-0001 the world changed on day 5, 2026-01-06 (all that its scenario tells). The first alarm came before, at the end of day 4, 2026-01-05: a false one.")]
    [InlineData("none", null, "story-0001 tells no drift of its own: what was found at the end of day 4, 2026-01-05 is a false alarm, or the world itself changed.")]
    public void Truth_OfAStory_HoldsTheFirstAlarmAgainstIt(string kind, int? from, string expected) =>
        Assert.Equal(expected, Timeline.Truth(SampleHistory.Of(SampleHistory.Truth(kind, from))));

    private static IReadOnlyList<PlotPoint> Lane(PlotSpec plot, string name) => plot.Series.Single(series => series.Name == name).Points;

    private static double Ms(int day) => SampleHistory.Day(day).ToUnixTimeMilliseconds();
}
