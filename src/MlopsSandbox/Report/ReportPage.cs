using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>The report of a walkthrough: one file that asks the network for nothing.</summary>
internal static class ReportPage
{
    /// <summary>The whole page. Pure: the same data give the same bytes.</summary>
    public static string Of(ReportData report) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Svg.Escape(report.Title)} — a walkthrough</title>
        <style>
        {Style()}</style>
        </head>
        <body>
        <header>
        <p class="kicker">MlopsSandbox · {Svg.Escape(report.StoryId)} · seed {report.Seed}</p>
        <h1>{Svg.Escape(Headline(report))}</h1>
        <p class="lead">{Svg.Escape(report.Title)} {Svg.Escape(report.Goal)}</p>
        {Figures(report)}
        {TimelinePlot.Draw(report.Timeline, PlotSize.Wide(130)).Render("wide")}{TimelinePlot.Draw(report.Timeline, PlotSize.Narrow(130)).Render("narrow")}
        </header>
        <main>
        {ReportSections.Quality(report)}{ReportSections.Drift(report)}{ReportSections.Monitors(report)}{ReportSections.Decisions(report)}{ReportSections.Champions(report)}{ReportSections.Trials(report)}{ReportSections.Trace(report)}{ReportSections.Stages(report)}{ReadOn(report)}
        </main>
        <footer><p>Same seed, same digest: <code>{Svg.Escape(report.Hash)}</code></p></footer>
        </body>
        </html>

        """;

    /// <summary>What happened, in one sentence.</summary>
    internal static string Headline(ReportData report) => report.Months.Count > 0 ? Replayed(report) : (report.Timeline, report.Success) switch
    {
        ({ Injected: null, Detected: null }, _) => Invariant($"{report.Timeline.Days} quiet days: no drift, no alarm, no retrain."),
        ({ Injected: null }, _) => "A false alarm: nothing had drifted.",
        ({ Detected: null }, _) => Invariant($"The drift of day {report.Timeline.Injected} was not found."),
        ({ Recovered: { } recovered } timeline, true) when timeline.Injected == timeline.Detected =>
            Invariant($"Drift began on day {timeline.Injected}, was found the same day, and quality was back on day {recovered}."),
        ({ Recovered: { } recovered }, true) => Invariant($"Drift began on day {report.Timeline.Injected}, was found on day {report.Timeline.Detected}, and quality was back on day {recovered}."),
        ({ Retrained: null }, _) => Invariant($"The drift of day {report.Timeline.Injected} was found on day {report.Timeline.Detected}; no retrain took over."),
        _ => Invariant($"The drift of day {report.Timeline.Injected} was found on day {report.Timeline.Detected}, but quality did not recover."),
    };

    private static string Replayed(ReportData report) => Invariant(
        $"{report.Months[0].Month} to {report.Months[^1].Month}, as it was: {report.Months.Count(month => month.Drifted)} of {report.Months.Count} monthly checks alarmed, {report.Champions.Count} models served.");

    private static string Figures(ReportData report)
    {
        QualityStory quality = report.Quality;
        string metric = quality.Metric.ToUpperInvariant();
        List<(string Name, string Value)> figures = [];
        if (quality.Before is { } before) figures.Add((report.Months.Count > 0 ? $"{metric} until the first retrain" : $"{metric} before", Invariant($"{before.Value:0.000}")));
        if (quality.During is { } during) figures.Add(("during", Invariant($"{during.Value:0.000}")));
        if (quality.After is { } after) figures.Add(("after the retrain", Invariant($"{after.Value:0.000}")));
        if (quality.WithoutRetrain is { } without) figures.Add(("without it", Invariant($"{without:0.000}")));
        if (quality.CostSaved is { } saved) figures.Add(("saved against never retraining", Invariant($"{saved:#,0} {quality.Currency}")));
        return "<dl class=\"figures\">" + string.Concat(figures.Select(figure => $"<div><dt>{Svg.Escape(figure.Name)}</dt><dd>{Svg.Escape(figure.Value)}</dd></div>")) + "</dl>";
    }

    private static string ReadOn(ReportData report) => Html.Section("read-on", "Where to read on",
        $"""
        <ul>
        <li><code>./mlops runs</code> lists the runs of this home, <code>./mlops show {Svg.Escape(report.Champions.Count > 0 ? report.Champions[0].RunId : "RUN")}</code> shows one with its stages and journal.</li>
        <li><code>./mlops trace {Svg.Escape(report.Champions.Count > 0 ? report.Champions[^1].RunId : "RUN")}</code> prints a run's whole trace in the terminal.</li>
        <li><code>./mlops walkthrough --drift price</code> tells another story: <code>none</code>, <code>price</code>, <code>segment</code>, <code>concept</code> or <code>all</code>.</li>
        <li><code>docs/walkthrough.md</code> explains what you see here step by step, <code>docs/concepts.md</code> how other platforms call it.</li>
        </ul>

        """);

    /// <summary>The style sheet that all pages carry.</summary>
    internal static string Style()
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("MlopsSandbox.Report.report.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
