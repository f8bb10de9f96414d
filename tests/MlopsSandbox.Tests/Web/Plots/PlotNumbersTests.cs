using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Tests.Web.Plots;

public sealed class PlotNumbersTests
{
    private static readonly PlotSpec ByDay = new()
    {
        Title = "Calls",
        X = new PlotAxis("day", "d"),
        Y = new PlotAxis("time", "ms"),
        Below = [new PlotAxis("refused")],
        Series =
        [
            new PlotSeries("half took", SeriesShape.Line, [new(0, 12.34567), new(2, null)]),
            new PlotSeries("refused, \"all\"", SeriesShape.Bar, [new(1, 3)]) { Panel = 1 },
        ],
        Bands = [new PlotBand(1, null, "true drift")],
        Marks = [new PlotMark(2, "found", "bad")],
        Limits = [new PlotLimit(15, "goal")],
    };

    private static readonly PlotSpec Curve = new()
    {
        Title = "ROC curve",
        X = new PlotAxis("False positive rate"),
        Y = new PlotAxis("True positive rate"),
        Series = [new PlotSeries("model", SeriesShape.Line, [new(0, 0), new(0, 0.5), new(0.25, 0.5), new(0.25, 1)])],
    };

    private static PlotNumbers Read(PlotSpec spec) => PlotNumbers.Of(spec, PlotText.Position, PlotText.Value);

    [Fact]
    public void Of_OnePointAPosition_IsARowAPosition()
    {
        PlotNumbers numbers = Read(ByDay);

        Assert.Equal(["day (d)", "half took (ms)", "refused, \"all\""], numbers.Heads);
        Assert.Equal([["0", "12.35", "–"], ["1", "–", "3"], ["2", "–", "–"]], numbers.Rows);
    }

    [Fact]
    public void Of_StepsOfACurve_KeepsEachOfThem()
    {
        PlotNumbers numbers = Read(Curve);

        Assert.Equal(["series", "False positive rate", "True positive rate"], numbers.Heads);
        Assert.Equal([["model", "0", "0"], ["model", "0", "0.5"], ["model", "0.25", "0.5"], ["model", "0.25", "1"]], numbers.Rows);
    }

    [Fact]
    public void Of_SeveralEventsAtOneTimeInPanels_SaysWhatEachIsOf()
    {
        PlotNumbers numbers = Read(ByDay with { Series = [new PlotSeries("events", SeriesShape.Points, [new(1, 0) { Text = "one" }, new(1, 0) { Text = "other" }]) { Panel = 1 }] });

        Assert.Equal([["events: refused", "1", "one"], ["events: refused", "1", "other"]], numbers.Rows);
        Assert.Equal(numbers.Count, numbers.Rows.Count());
    }

    [Fact]
    public void Csv_OfAPlot_HasItsNumbersAsTheyAreAndWhatIsSetApart() => Assert.Equal(
        """"
        day (d),half took (ms),"refused, ""all"""
        0,12.34567,
        1,,3
        2,,

        set apart,from,to,height
        true drift,1,,
        found,2,,
        goal,,,15

        """", PlotCsv.Of(ByDay), ignoreLineEndingDifferences: true);

    [Fact]
    public void Csv_OfACurve_HasAllItsSteps() => Assert.Equal(5, PlotCsv.Of(Curve).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
}
