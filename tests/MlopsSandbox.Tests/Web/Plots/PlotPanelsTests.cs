using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Tests.Web.Plots;

public sealed class PlotPanelsTests
{
    private static readonly PlotSeries Alarms = new("alarm", SeriesShape.Points, [new PlotPoint(0, 1) { Text = "3 drifted" }, new PlotPoint(1, 1)]) { Panel = 1 };
    private static readonly PlotSpec Stacked = new()
    {
        Title = "Timeline",
        X = new PlotAxis("time"),
        Y = new PlotAxis("drift"),
        Below = [new PlotAxis("events", Kind: AxisKind.Category) { Categories = ["model", "alarm"] }],
        Series = [new PlotSeries("score", SeriesShape.Line, [new PlotPoint(0, 0.5)]), Alarms],
    };

    [Fact]
    public void Value_OfAPoint_IsItsWordsThenItsNameThenItsHeight()
    {
        Assert.Equal("3 drifted", PlotText.Value(Stacked, Alarms, Alarms.Points[0]));
        Assert.Equal("alarm", PlotText.Value(Stacked, Alarms, Alarms.Points[1]));
        Assert.Equal("0.5", PlotText.Value(Stacked, Stacked.Series[0], Stacked.Series[0].Points[0]));
        Assert.Equal("–", PlotText.Value(Stacked, Alarms, null));
    }

    [Fact]
    public void Of_AStackOfPanels_TellsEachOfThem() => Assert.Equal(
        "Timeline: drift, events by time. Drawn: score, from 0.5 to 0.5, last 0.5, alarm, 2 times.", PlotText.Of(Stacked));
}
