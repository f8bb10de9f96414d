using MlopsSandbox.Lifecycle.Telemetry;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>Traces, one a line.</summary>
internal static class TracesTable
{
    /// <summary>Draws a page, and says how many there are when that is more.</summary>
    public static void Draw(IAnsiConsole console, TracesPage page)
    {
        Table table = Tables.Of("trace", "name", "run", "started (UTC)", ">took", ">spans", ">failed");
        foreach (TraceSummary trace in page.Traces)
        {
            table.Row(trace.TraceId[..8], trace.Name, trace.RunId ?? "–", Figures.ShortTime(trace.StartedAt),
                trace.OpenSpans > 0 ? "open" : Figures.Duration(trace.Duration?.TotalSeconds), Figures.Count(trace.Spans), Figures.Count(trace.Errors));
        }
        console.Write(table);
        if (page.Total > page.Traces.Count) console.WriteLine($"{Figures.Count(page.Traces.Count)} of {Figures.Count(page.Total)} traces.");
    }
}
