using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Drift of every feature over time, in thresholds, so that all share one axis: above 1 is an alarm.</summary>
internal static class DriftPlot
{
    private const double LowestRatio = 0.1;
    private const int MostNamed = 6;

    public static Svg Draw(IReadOnlyList<FeatureDrift> features, StoryTimeline timeline, PlotSize size)
    {
        FeatureDrift[] loud = [.. features.Where(feature => feature.Peak >= 1).OrderByDescending(feature => feature.Peak).Take(MostNamed)];
        double highest = features.Select(feature => feature.Peak).Append(2).Where(double.IsFinite).Max();
        PlotFrame frame = new(size, Description(loud), (0, timeline.Days), (Math.Log10(LowestRatio), Math.Log10(highest * 1.3)), size.IsNarrow ? 16 : 150);
        Grid(frame, highest, size.IsNarrow);
        foreach (FeatureDrift quiet in features.Except(loud)) Curve(frame, quiet, "curve quiet");
        for (int i = loud.Length - 1; i >= 0; i--) Curve(frame, loud[i], $"curve series{i}");
        frame.Drawing.Line(frame.X.From, frame.Y.At(0), frame.X.To, frame.Y.At(0), "threshold");
        frame.Drawing.Text(frame.X.From + 4, frame.Y.At(0) - 5, "alarm above this line", "moment-name");
        if (timeline.Injected is { } injected) frame.Moment(injected, size.IsNarrow ? "drift" : "drift begins", "moment true-drift");
        if (timeline.Detected is { } detected) frame.Moment(detected + 1, "found", "moment found", row: 1);
        Names(frame, loud, size.IsNarrow);
        return frame.Drawing;
    }

    // The axis is logarithmic: a drift of ten thresholds would flatten everything that stays below one.
    private static void Grid(PlotFrame frame, double highest, bool narrow)
    {
        foreach (double ratio in new[] { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000 }.Where(ratio => ratio <= highest * 1.3))
        {
            double y = frame.Y.At(Math.Log10(ratio));
            frame.Drawing.Line(frame.X.From, y, frame.X.To, y, "grid");
            frame.Drawing.Text(frame.X.From - 6, y + 4, Invariant($"{ratio}×"), anchor: "end");
        }
        foreach (double day in frame.X.Ticks(narrow ? 6 : 10)) frame.Drawing.Text(frame.X.At(day), frame.Y.From + 16, Invariant($"{day}"), anchor: "middle");
        frame.Drawing.Line(frame.X.From, frame.Y.From, frame.X.To, frame.Y.From, "axis");
        frame.Drawing.Text((frame.X.From + frame.X.To) / 2, frame.Y.From + 33, "day of the story", "axis-name", "middle");
        frame.Drawing.Text(4, 13, "drift score in thresholds", "axis-name");
    }

    private static void Curve(PlotFrame frame, FeatureDrift feature, string style) =>
        frame.Curve(feature.Checks.Select(check => (check.Day + 1.0, double.IsFinite(check.Ratio) ? Math.Log10(Math.Max(LowestRatio, check.Ratio)) : double.NaN)), style,
            Invariant($"{feature.Name} ({feature.Test}): at most {feature.Peak:0.0} thresholds"));

    private static void Names(PlotFrame frame, FeatureDrift[] loud, bool narrow)
    {
        double next = double.NegativeInfinity;
        (FeatureDrift Feature, int Series, double Y)[] placed =
            [.. loud.Select((feature, series) => (feature, series, End(frame, feature))).OrderBy(entry => entry.Item3)];
        foreach ((FeatureDrift feature, int series, double y) in placed)
        {
            next = Math.Max(next + 14, y + 4);
            if (!narrow) frame.Drawing.Text(frame.X.To + 8, next, feature.Name, $"line-name text{series}");
        }
        if (!narrow) return;
        for (int i = 0; i < loud.Length; i++)   // no room beside the lines: a legend in the empty part below the threshold
            frame.Drawing.Text(frame.X.To - 2, frame.Y.From - 6 - (14 * (loud.Length - 1 - i)), loud[i].Name, $"line-name text{i}", "end");
    }

    private static double End(PlotFrame frame, FeatureDrift feature) =>
        frame.Y.At(Math.Log10(Math.Max(LowestRatio, feature.Checks.LastOrDefault(check => double.IsFinite(check.Ratio))?.Ratio ?? LowestRatio)));

    private static string Description(FeatureDrift[] loud) => loud.Length == 0
        ? "Drift scores by day: no feature crossed its threshold."
        : "Drift scores by day. Above their thresholds: " + string.Join(", ", loud.Select(feature => Invariant($"{feature.Name} at up to {feature.Peak:0.0} thresholds"))) + ".";
}
