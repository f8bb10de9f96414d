using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Web.Monitor;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class CallPlotTests
{
    [Fact]
    public void Of_ManyCalls_IsDrawnInFewStretches()
    {
        PlotSpec plot = CallPlot.Of([.. Enumerable.Range(0, 1000).Select(call => Call(call, CallOutcome.Answered))]);

        Assert.Equal(40, plot.Series[0].Points.Count);
        Assert.Equal([12, 23], plot.Series.Take(2).Select(series => series.Points[0].Y!.Value));
    }

    [Fact]
    public void Of_CallsThatWereNotAnswered_CountsThemAndLeavesAGap()
    {
        PlotSpec plot = CallPlot.Of([Call(0, CallOutcome.Refused), Call(1, CallOutcome.Failed)]);

        Assert.Equal([null, null], plot.Series[0].Points.Select(point => point.Y));
        Assert.Equal([1, 0], plot.Series[2].Points.Select(point => point.Y!.Value));
        Assert.Equal([0, 1], plot.Series[3].Points.Select(point => point.Y!.Value));
    }

    // 0 to 24 ms in a stretch of 25: half took at most 12, 95 of 100 at most 23.
    [Fact]
    public void Percentile_OfAStretch_IsTheTimeThatSoManyTookAtMost()
    {
        ServedCall[] calls = [.. Enumerable.Range(0, 25).Select(call => Call(call, CallOutcome.Answered))];

        Assert.Equal((12, 23), (CallPlot.Percentile(calls, 0.5), CallPlot.Percentile(calls, 0.95)));
    }

    private static ServedCall Call(int place, CallOutcome outcome) => new(SampleHistory.Day(1).AddSeconds(place), SampleHistory.Day(1), CallPath.Http, 1, place % 25, outcome, 1);
}
