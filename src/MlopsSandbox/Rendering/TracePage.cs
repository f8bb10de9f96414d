using MlopsSandbox.Lifecycle.Telemetry;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>A trace in the terminal: the tree of its spans, a bar for when each ran, and how long.</summary>
internal static class TracePage
{
    private const int NarrowWidth = 70;
    private const int DurationWidth = 12;

    /// <summary>Draws the trace to the console's width; without bars where it is narrow.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="runId">The run that the trace is of.</param>
    /// <param name="spans">All its spans; at least one.</param>
    /// <param name="runOfTrace">The run that another trace belongs to; null for one that this home does not know.</param>
    public static void Draw(IAnsiConsole console, string runId, IReadOnlyList<SpanRecord> spans, Func<string, string?> runOfTrace)
    {
        console.WriteLine($"{runId}  trace {spans[0].TraceId}  {spans.Count} spans");
        IReadOnlyList<WaterfallRow> rows = Waterfall.Of(spans);
        double seconds = rows.Max(row => (row.Offset + row.Duration).TotalSeconds);
        int labelWidth = Math.Min(rows.Max(row => Label(row).Length), console.Profile.Width * 45 / 100);
        int barWidth = console.Profile.Width < NarrowWidth ? 0 : console.Profile.Width - labelWidth - DurationWidth - 2;
        foreach (WaterfallRow row in rows)
        {
            console.Write(new Text(Fit(Label(row), labelWidth)));
            console.Write(new Text($" {Bar(row, seconds, barWidth, console.Profile.Capabilities.Unicode)} ", ColourOf(row)));
            console.Write(new Text(Time(row).PadLeft(DurationWidth - 1)));
            console.WriteLine();
            foreach (SpanLinkRecord link in row.Span.Links) console.WriteLine($"{Indent(row)}  linked to {runOfTrace(link.TraceId) ?? "a run of another home"}, span {link.SpanId}", new Style(Color.Aqua));
        }
        Summary(console, rows);
    }

    // From the span's start to its end on an axis of so many columns; never shorter than one.
    private static string Bar(WaterfallRow row, double seconds, int width, bool isUnicode)
    {
        if (width <= 0) return "";
        double perColumn = seconds / width;
        int from = perColumn > 0 ? Math.Clamp((int)(row.Offset.TotalSeconds / perColumn), 0, width - 1) : 0;
        int length = perColumn > 0 ? Math.Clamp((int)Math.Round(row.Duration.TotalSeconds / perColumn), 1, width - from) : width;
        return (new string(' ', from) + new string(isUnicode ? '█' : '#', length)).PadRight(width);
    }

    // Job time is all that Hangfire's worker spent, stage time the work within it.
    private static void Summary(IAnsiConsole console, IReadOnlyList<WaterfallRow> rows)
    {
        double jobs = rows.Where(row => row.Kind == "consumer").Sum(row => row.Duration.TotalSeconds);
        double stages = rows.Where((row, index) => IsWork(rows, index)).Sum(row => row.Duration.TotalSeconds);
        console.WriteLine();
        console.WriteLine($"jobs took {Figures.Duration(jobs)}; the stages and trials in them worked {Figures.Duration(stages)}.", new Style(Color.Grey));
    }

    // What stands right below a job's own span: a stage, or a trial that is a job of its own.
    private static bool IsWork(IReadOnlyList<WaterfallRow> rows, int index) =>
        rows.Take(index).LastOrDefault(above => above.Depth == rows[index].Depth - 1) is { Kind: "consumer" };

    private static string Time(WaterfallRow row) => row.IsOpen ? "open" : Figures.Duration(row.Duration.TotalSeconds);

    private static string Label(WaterfallRow row) => row.Depth == 0 ? row.Name : $"{Indent(row)}└ {row.Name}";

    private static string Indent(WaterfallRow row) => new(' ', Math.Max(0, (row.Depth - 1) * 2));

    private static string Fit(string label, int width) => label.Length <= width ? label.PadRight(width) : label[..(width - 1)] + "…";

    private static Style ColourOf(WaterfallRow row) => new(row switch
    {
        { Status: SpanStatus.Error or SpanStatus.Interrupted } => Color.Red,
        { Kind: "producer" or "consumer" } => Color.Grey,
        { Depth: 0 } => Color.Blue,
        _ when row.Name.StartsWith("stage ", StringComparison.Ordinal) => Color.Green,
        _ => Color.Yellow,
    });
}
