using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Quality of what was served over time, beside what the first champion would have served.</summary>
internal static class QualityPlot
{
    public static Svg Draw(QualityStory quality, StoryTimeline timeline, PlotSize size)
    {
        string metric = quality.Metric.ToUpperInvariant();
        double[] values = [.. quality.Champion.Concat(quality.Shadow).Select(point => point.Value), .. Windows(quality).Select(window => window.Window.Value)];
        PlotFrame frame = new(size, Description(quality, metric), (timeline.At(0), timeline.At(timeline.Days)), WithRoomForNames(Scale.Around(values, 0.1)), size.IsNarrow ? 16 : 124);
        foreach ((QualityWindow window, string name) in Windows(quality)) Band(frame, timeline, window, name, metric, size.IsNarrow);
        frame.Axes(timeline.AxisName, metric, size.IsNarrow ? 6 : 10);
        frame.Curve(quality.Shadow.Select(point => (timeline.At(point.Day), point.Value)), "curve dashed series1", "first champion, never retrained");
        frame.Curve(quality.Champion.Select(point => (timeline.At(point.Day), point.Value)), "curve series0", "champion that served");
        foreach (QualityPoint point in quality.Champion) frame.Drawing.Circle(frame.X.At(timeline.At(point.Day)), frame.Y.At(point.Value), 2.5, "dot series0", Invariant($"{timeline.Name(point.Day)}: {metric} {point.Value:0.000}"));
        Moments(frame, timeline, size.IsNarrow);
        if (!size.IsNarrow) Names(frame, quality);
        return frame.Drawing;
    }

    private static (double Low, double High) WithRoomForNames((double Low, double High) range) => (range.Low - ((range.High - range.Low) * 0.12), range.High);

    private static IEnumerable<(QualityWindow Window, string Name)> Windows(QualityStory quality)
    {
        if (quality.Before is { } before) yield return (before, "before");
        if (quality.During is { } during) yield return (during, "during");
        if (quality.After is { } after) yield return (after, "after");
    }

    private static void Band(PlotFrame frame, StoryTimeline timeline, QualityWindow window, string name, string metric, bool narrow)
    {
        double left = frame.X.At(timeline.At(window.FromDay)), right = frame.X.At(timeline.At(window.ToDay));
        string tip = Invariant($"{name}: {metric} {window.Value:0.000} over {window.Rows} labelled requests of days {window.FromDay} to {window.ToDay - 1}");
        frame.Drawing.Rectangle(left, frame.Y.To, right - left, frame.Y.From - frame.Y.To, $"band {name}", tip);
        frame.Drawing.Line(left, frame.Y.At(window.Value), right, frame.Y.At(window.Value), "window-value");
        frame.Drawing.Text((left + right) / 2, frame.Y.From - 6, narrow ? name : Invariant($"{name} {window.Value:0.000}"), "window-name", "middle");
    }

    private static void Moments(PlotFrame frame, StoryTimeline timeline, bool narrow)
    {
        if (timeline.Injected is { } injected) frame.Moment(timeline.At(injected), narrow ? "drift" : "drift begins", "moment true-drift");
        if (timeline.Recovered is { } recovered) frame.Moment(timeline.At(recovered), "recovered", "moment recovery", row: narrow ? 1 : 0);
    }

    private static void Names(PlotFrame frame, QualityStory quality)
    {
        double right = frame.X.To + 8;
        double champion = quality.Champion.Count > 0 ? frame.Y.At(quality.Champion[^1].Value) : frame.Y.To;
        double shadow = quality.Shadow.Count > 0 ? frame.Y.At(quality.Shadow[^1].Value) : frame.Y.From;
        if (Math.Abs(champion - shadow) < 30) shadow = champion + (shadow < champion ? -30 : 30);
        frame.Drawing.Text(right, champion + 4, "served", "line-name text0");
        frame.Drawing.Text(right, shadow, "first champion,", "line-name text1");
        frame.Drawing.Text(right, shadow + 14, "never retrained", "line-name text1");
    }

    private static string Description(QualityStory quality, string metric) =>
        $"{metric} of served predictions by day. " + string.Join("; ", Windows(quality).Select(window => Invariant($"{window.Name} {window.Window.Value:0.000}")))
        + (quality.WithoutRetrain is { } without ? Invariant($"; without the retrain {without:0.000}.") : ".");
}
