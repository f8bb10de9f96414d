using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Spans of a run as a waterfall.</summary>
internal static class TracePlot
{
    private const double RowHeight = 19;

    public static Svg Draw(IReadOnlyList<TraceBar> bars, bool narrow)
    {
        PlotSize size = narrow ? PlotSize.Narrow(Height(bars)) : PlotSize.Wide(Height(bars));
        double end = bars.Select(bar => bar.StartSeconds + bar.DurationSeconds).DefaultIfEmpty(1).Max();
        Svg drawing = new(size.Width, size.Height, Invariant($"Trace of {bars.Count} spans over {end:0.0} seconds."));
        Scale time = new(0, end, narrow ? 120 : 210, size.Width - 52);
        foreach (double tick in time.Ticks(narrow ? 3 : 6))
        {
            drawing.Line(time.At(tick), 20, time.At(tick), size.Height - 4, "grid");
            drawing.Text(time.At(tick), 13, Invariant($"{tick:0.##} s"), anchor: "middle");
        }
        for (int row = 0; row < bars.Count; row++) Bar(drawing, time, bars[row], 24 + (row * RowHeight), narrow);
        return drawing;
    }

    private static double Height(IReadOnlyList<TraceBar> bars) => 28 + (bars.Count * RowHeight);

    private static void Bar(Svg drawing, Scale time, TraceBar bar, double top, bool narrow)
    {
        double x = time.At(bar.StartSeconds), width = Math.Max(1.5, time.At(bar.StartSeconds + bar.DurationSeconds) - x);
        int room = narrow ? 17 - bar.Depth : 31 - (2 * bar.Depth);
        string name = bar.Name.Length <= room ? bar.Name : bar.Name[..(Math.Max(1, room - 1))] + "…";
        drawing.Text((narrow ? 2 : 4) + (bar.Depth * (narrow ? 6 : 12)), top + 12, name, "span-name");
        drawing.Rectangle(x, top + 2, width, RowHeight - 6, $"span {bar.Kind}{(bar.Failed ? " failed" : "")}", Invariant($"{bar.Name}: {bar.DurationSeconds:0.000} s, from {bar.StartSeconds:0.000} s"));
        drawing.Text(x + width + 4, top + 12, bar.DurationSeconds < 1 ? Invariant($"{bar.DurationSeconds * 1000:0} ms") : Invariant($"{bar.DurationSeconds:0.0} s"), "span-time");
    }
}
