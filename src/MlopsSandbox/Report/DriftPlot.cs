using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Drift of every feature over time, in thresholds, so that all share one axis: above 1 is an alarm.</summary>
internal static class DriftPlot
{
    private const double LowestRatio = 0.1, LegendRow = 15;
    private const int MostNamed = 6;

    public static Svg Draw(IReadOnlyList<FeatureDrift> features, StoryTimeline timeline, PlotSize size)
    {
        FeatureDrift[] loud = [.. features.Where(feature => feature.Peak >= 1).OrderByDescending(feature => feature.Peak).Take(MostNamed)];
        double highest = features.Select(feature => feature.Peak).Append(2).Where(double.IsFinite).Max();
        PlotFrame frame = new(size, Description(loud), (timeline.At(0), timeline.At(timeline.Days)), (Math.Log10(LowestRatio), Math.Log10(highest * 1.3)), size.IsNarrow ? 16 : 172, PlotFrame.AxisRoom + (size.IsNarrow ? LegendRow * loud.Length : 0));
        Grid(frame, timeline, highest, size.IsNarrow);
        foreach (FeatureDrift quiet in features.Except(loud)) Curve(frame, timeline, quiet, "curve quiet");
        for (int i = loud.Length - 1; i >= 0; i--) Curve(frame, timeline, loud[i], $"curve series{i}");
        frame.Drawing.Line(frame.X.From, frame.Y.At(0), frame.X.To, frame.Y.At(0), "threshold");
        frame.Drawing.Text(frame.X.From + 4, frame.Y.At(0) - 5, "alarm above this line", "moment-name");
        if (timeline.Injected is { } injected) frame.Moment(timeline.At(injected), size.IsNarrow ? "drift" : "drift begins", "moment true-drift");
        if (timeline.Detected is { } detected) frame.Moment(timeline.At(detected + 1), "found", "moment found", row: 1);
        Names(frame, loud, size.IsNarrow);
        return frame.Drawing;
    }

    // The axis is logarithmic: a drift of ten thresholds would flatten everything that stays below one.
    private static void Grid(PlotFrame frame, StoryTimeline timeline, double highest, bool narrow)
    {
        foreach (double ratio in new[] { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000 }.Where(ratio => ratio <= highest * 1.3))
        {
            double y = frame.Y.At(Math.Log10(ratio));
            frame.Drawing.Line(frame.X.From, y, frame.X.To, y, "grid");
            frame.Drawing.Text(frame.X.From - 6, y + 4, Invariant($"{ratio}×"), anchor: "end");
        }
        foreach (double day in frame.X.Ticks(narrow ? 6 : 10)) frame.Drawing.Text(frame.X.At(day), frame.Y.From + 16, Invariant($"{day}"), anchor: "middle");
        frame.Drawing.Line(frame.X.From, frame.Y.From, frame.X.To, frame.Y.From, "axis");
        frame.Drawing.Text((frame.X.From + frame.X.To) / 2, frame.Y.From + 33, timeline.AxisName, "axis-name", "middle");
        frame.Drawing.Text(4, 13, "drift score in thresholds", "axis-name");
    }

    private static void Curve(PlotFrame frame, StoryTimeline timeline, FeatureDrift feature, string style) =>
        frame.Curve(feature.Checks.Select(check => (timeline.At(check.Day + 1.0), double.IsFinite(check.Ratio) ? Math.Log10(Math.Max(LowestRatio, check.Ratio)) : double.NaN)), style,
            Invariant($"{feature.Name} ({feature.Test}): at most {feature.Peak:0.0} thresholds"));

    // A legend, the loudest first: lines end close together once a retrained model has its own baseline. On a phone it stands below the axis.
    private static void Names(PlotFrame frame, FeatureDrift[] loud, bool narrow)
    {
        double left = narrow ? frame.X.From + 8 : frame.X.To + 10, top = narrow ? frame.Y.From + 52 : frame.Y.To + 8;
        for (int i = 0; i < loud.Length; i++)
        {
            double y = top + (LegendRow * i);
            frame.Drawing.Line(left, y - 4, left + 18, y - 4, $"curve series{i}");
            frame.Drawing.Text(left + 23, y, loud[i].Name, $"line-name text{i}");
        }
    }

    private static string Description(FeatureDrift[] loud) => loud.Length == 0
        ? "Drift scores by day: no feature crossed its threshold."
        : "Drift scores by day. Above their thresholds: " + string.Join(", ", loud.Select(feature => Invariant($"{feature.Name} at up to {feature.Peak:0.0} thresholds"))) + ".";
}
