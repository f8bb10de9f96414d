using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Web.Monitor;

/// <summary>How long calls of an endpoint took, and how many ended how, in stretches of equally many calls. Pure.</summary>
internal static class CallPlot
{
    /// <summary>Most calls that are drawn.</summary>
    public const int MostCalls = 2_000;

    private const int MostStretches = 40;

    /// <summary>The plot.</summary>
    /// <param name="calls">The newest calls, the oldest of them first; at least one.</param>
    public static PlotSpec Of(IReadOnlyList<ServedCall> calls)
    {
        ServedCall[][] stretches = [.. calls.Chunk(Math.Max(1, (int)Math.Ceiling((double)calls.Count / MostStretches)))];
        return new PlotSpec
        {
            Title = "Calls",
            X = new PlotAxis("wall clock", "UTC", AxisKind.Time),
            Y = new PlotAxis("time of an answered call", "ms") { Min = 0, Weight = 1.5 },
            Below = [new PlotAxis("calls not answered") { Min = 0 }],
            Height = 380,
            Series =
            [
                new PlotSeries("half took at most", SeriesShape.Line, [.. stretches.Select(stretch => Point(stretch, Percentile(stretch, 0.5)))]) { Colour = 0 },
                new PlotSeries("95 of 100 took at most", SeriesShape.Line, [.. stretches.Select(stretch => Point(stretch, Percentile(stretch, 0.95)))]) { Colour = 3 },
                new PlotSeries("refused, the caller's mistake", SeriesShape.Bar, [.. stretches.Select(stretch => Point(stretch, stretch.Count(call => call.Outcome == CallOutcome.Refused)))]) { Panel = 1, Tone = "warn" },
                new PlotSeries("failed", SeriesShape.Bar, [.. stretches.Select(stretch => Point(stretch, stretch.Count(call => call.Outcome == CallOutcome.Failed)))]) { Panel = 1, Tone = "bad" },
            ],
        };
    }

    /// <summary>The time that a share of the answered calls took at most, in milliseconds; null when none was answered.</summary>
    public static double? Percentile(IEnumerable<ServedCall> calls, double share)
    {
        double[] sorted = [.. calls.Where(call => call.Outcome == CallOutcome.Answered).Select(call => call.Milliseconds).Order()];
        return sorted.Length == 0 ? null : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    private static PlotPoint Point(ServedCall[] stretch, double? height) => PlotPoint.At(stretch[^1].At, height);
}
