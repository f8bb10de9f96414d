using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Tests.Web.Plots;

public sealed class PlotTextTests
{
    private static readonly PlotSpec Plot = new()
    {
        Title = "Quality by day",
        X = new PlotAxis("day", "d"),
        Y = new PlotAxis("auc"),
        Series = [new PlotSeries("measured", SeriesShape.Line, [new(0, 0.81234), new(1, null), new(2, 0.7)]), new PlotSeries("estimated", SeriesShape.Line, [])],
        Bands = [new PlotBand(1, 2, "true drift")],
        Marks = [new PlotMark(2, "found", "bad")],
        Limits = [new PlotLimit(0.75, "goal")],
    };

    [Fact]
    public void Of_AllThatAPlotCanShow_IsSaidInWords() => Assert.Equal(
        "Quality by day: auc by day (d). Drawn: measured, from 0.7 to 0.8123, last 0.7, estimated, empty. true drift from 1 to 2. found at 2. goal at 0.75.", PlotText.Of(Plot));

    [Theory]
    [InlineData(0.123456, "0.1235")]
    [InlineData(1234.6, "1,235")]
    [InlineData(-2000.0, "-2,000")]
    [InlineData(0.0, "0")]
    [InlineData(null, "–")]
    public void Height_OfANumber_HasFourDigits(double? value, string expected) => Assert.Equal(expected, PlotText.Height(value));

    [Fact]
    public void Position_OfEachKindOfAxis_IsReadAsTheAxisSays()
    {
        Assert.Equal("2026-01-02 03:00", PlotText.Position(new PlotAxis("time", Kind: AxisKind.Time), DateTimeOffset.Parse("2026-01-02T03:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()));
        Assert.Equal("yes", PlotText.Position(new PlotAxis("answer", Kind: AxisKind.Category) { Categories = ["no", "yes"] }, 1));
        Assert.Equal("5", PlotText.Position(new PlotAxis("answer", Kind: AxisKind.Category) { Categories = ["no", "yes"] }, 5));
        Assert.Equal("0.5", PlotText.Position(new PlotAxis("share"), 0.5));
    }

    [Fact]
    public void Json_EqualData_IsEqual_SoThatNothingIsDrawnAgain()
    {
        Assert.Equal(PlotText.Json(Plot), PlotText.Json(Plot with { }));
        Assert.NotEqual(PlotText.Json(Plot), PlotText.Json(Plot with { Limits = [] }));
    }
}
