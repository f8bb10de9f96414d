namespace MlopsSandbox.Report;

/// <summary>The story on one line: drift, found, retrained, recovered.</summary>
internal static class TimelinePlot
{
    public static Svg Draw(StoryTimeline timeline, PlotSize size)
    {
        (int Day, string Name, string Style)[] moments = [.. Moments(timeline)];
        Svg drawing = new(size.Width, size.Height, moments.Length == 0 ? "No drift in this story." : string.Join("; ", moments.Select(moment => $"{moment.Name} on {timeline.Name(moment.Day)}")) + ".");
        Scale days = new(0, timeline.Days, 16, size.Width - 16);
        double middle = size.Height / 2;
        drawing.Rectangle(days.From, middle - 5, days.To - days.From, 10, "phase calm");
        if (timeline.Injected is { } injected)
            drawing.Rectangle(days.At(injected), middle - 5, days.At(timeline.Recovered ?? timeline.Days) - days.At(injected), 10, "phase drifted");
        if (timeline.Recovered is { } recovered)
            drawing.Rectangle(days.At(recovered), middle - 5, days.To - days.At(recovered), 10, "phase recovered");
        for (int i = 0; i < moments.Length; i++) Mark(drawing, timeline, days, middle, moments[i], below: i % 2 == 1);
        drawing.Text(days.From, middle + 22, timeline.Name(0));
        bool isFree = moments.All(moment => days.At(moment.Day) < days.To - 50);
        if (isFree) drawing.Text(days.To, middle + 22, timeline.Name(timeline.Days), anchor: "end");
        return drawing;
    }

    private static IEnumerable<(int, string, string)> Moments(StoryTimeline timeline)
    {
        if (timeline.Injected is { } injected) yield return (injected, "drift begins", "true-drift");
        if (timeline.Detected is { } detected) yield return (detected, "found", "found");
        if (timeline.Retrained is { } retrained) yield return (retrained, "retrained", "found");
        if (timeline.Recovered is { } recovered) yield return (recovered, "recovered", "recovery");
    }

    private static void Mark(Svg drawing, StoryTimeline timeline, Scale days, double middle, (int Day, string Name, string Style) moment, bool below)
    {
        double x = days.At(moment.Day), tip = below ? middle + 26 : middle - 26;
        drawing.Line(x, middle, x, tip, $"moment {moment.Style}");
        drawing.Circle(x, middle, 6, $"mark {moment.Style}");
        string anchor = x < 60 ? "start" : x > days.To - 60 ? "end" : "middle";
        drawing.Text(x, below ? tip + 13 : tip - 18, moment.Name, "moment-title", anchor);
        drawing.Text(x, below ? tip + 27 : tip - 4, timeline.Name(moment.Day), "label", anchor);
    }
}
