using System.Diagnostics;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>How long each page takes of a home that is full: the fastest, the median and the slowest of 20, after one that warms up.</summary>
internal static class PageTimes
{
    private const int Rounds = 20;

    /// <exception cref="FormatException">There is no home.</exception>
    public static void Run(string home)
    {
        if (!File.Exists(Path.Combine(home, "catalog.db"))) throw new FormatException($"{home}: found no catalog; expected a home to measure. Make one by seed --home {home}.");
        Machine.UseTwoCores();
        using CatalogStore catalog = CatalogStore.Open(home, TimeProvider.System);
        using TelemetryReader traces = new(Path.Combine(home, "telemetry.db"));
        Console.WriteLine($"{Machine.Name}\n");
        PageQueries queries = new(catalog.Read(tx => HomeSizes.Of(tx, traces)));
        Table.Header(["page of 50", .. Spread.Heads, "rows in all"]);
        foreach ((string what, RunQuery query) in queries.Runs) Measure($"runs: {what}", () => catalog.Read(tx => tx.Runs.Page(query)).Total);
        Measure("runs: counts by status", () => catalog.Read(tx => tx.Runs.Counts()).Values.Sum());
        Measure("runs: words for menus", () => catalog.Read(tx => tx.Runs.Menus()).Tags.Count);
        foreach ((string what, ModelQuery query) in queries.Models) Measure($"model versions: {what}", () => catalog.Read(tx => tx.Models.Page(query)).Total);
        foreach ((string what, ModelGroupQuery query) in queries.Groups) Measure($"model groups: {what}", () => catalog.Read(tx => tx.Models.Groups(query)).Total);
        foreach ((string what, TraceQuery query) in queries.Traces) Measure($"traces: {what}", () => traces.Traces(query).Total);
        string newest = traces.Traces(new TraceQuery { Take = 1 }).Traces[0].TraceId;
        Measure("traces: one with its spans", () => traces.Trace(newest).Count);
        Measure("traces: spans that link to one", () => traces.LinkedFrom(newest).Count);
    }

    private static void Measure(string what, Func<int> page)
    {
        int total = page();
        Spread times = Spread.Of(Enumerable.Range(0, Rounds).Select(_ => Time(page)));
        Table.Row([what, .. times.Cells, Table.Count(total)]);
    }

    private static double Time(Func<int> page)
    {
        long start = Stopwatch.GetTimestamp();
        page();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
