using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>The sections of the report, one function each: what is shown, how to read it, and the numbers.</summary>
internal static class ReportSections
{
    public static string Quality(ReportData report)
    {
        QualityStory quality = report.Quality;
        string metric = quality.Metric.ToUpperInvariant();
        if (report.Months.Count > 0) return Replay(report, metric);
        List<string[]> rows = [.. quality.Champion.Select(point => new[] { Day(point.Day), F3(point.Value), ShadowAt(quality, point.Day) })];
        string table = Html.Table($"{metric} by day", ["day", "champion that served", "first champion, never retrained"], rows);
        string figure = Html.Figure(QualityPlot.Draw(quality, report.Timeline, PlotSize.Wide(320)).Render("wide"), QualityPlot.Draw(quality, report.Timeline, PlotSize.Narrow(280)).Render("narrow"),
            $"{metric} over the labelled requests of a sliding window. Both lines answer the same requests; they part when the retrained model takes over.", table);
        return Html.Section("quality", "Quality over time, with and without the retrain", figure + Windows(quality, metric));
    }

    private static string Replay(ReportData report, string metric)
    {
        IEnumerable<string[]> rows = report.Months.Select(month => (string[])[month.Month, F3(month.MeanLabel), F3(month.Mae), F3(month.WithoutRetrain), F3(month.MeanError),
            month.Drifted ? "alarm" : "", month.Choice == "none" ? "" : month.Choice, Invariant($"{month.Version}")]);
        string figure = Html.Figure(
            QualityPlot.Draw(report.Quality, report.Timeline, PlotSize.Wide(320)).Render("wide"), QualityPlot.Draw(report.Quality, report.Timeline, PlotSize.Narrow(280)).Render("narrow"),
            $"{metric} of each month, in the label's unit: lower is better. Both lines answer the same days; they part when the first retrained model takes over.",
            Html.Table("Month by month", ["month", "mean label", $"{metric} served", "first champion, never retrained", "mean error: below 0 too low", "monitor", "decision", "version"], rows));
        return Html.Section("quality", "Quality over the years, with and without retrains", figure + Windows(report.Quality, metric));
    }

    private static string Windows(QualityStory quality, string metric)
    {
        List<string[]> rows = [];
        if (quality.Before is { } before) rows.Add(Window("before the drift", before));
        if (quality.During is { } during) rows.Add(Window("during", during));
        if (quality.After is { } after) rows.Add(Window("after the retrain", after));
        if (quality.After is { } same && quality.WithoutRetrain is { } without) rows.Add(Window("the same requests, never retrained", same with { Value = without }));
        return Html.Table("The windows that are compared", ["window", "days", "labelled requests", metric], rows);
    }

    private static string[] Window(string name, QualityWindow window) =>
        [name, Invariant($"{window.FromDay} to {window.ToDay - 1}"), Invariant($"{window.Rows}"), F3(window.Value)];

    public static string Drift(ReportData report)
    {
        // Of years of months the columns would be too many; the plot says it.
        int[] days = report.Months.Count > 0 ? [] : [.. report.Drift.SelectMany(feature => feature.Checks).Select(check => check.Day).Distinct().Order()];
        IEnumerable<string[]> rows = report.Drift.Select(feature => (string[])[feature.Name, feature.Test, .. days.Select(day => RatioAt(feature, day))]);
        string table = Html.Table("Drift score in thresholds, by feature and day", ["feature", "test", .. days.Select(day => Day(day))], rows);
        return Html.Section("drift", "Drift of each feature", Html.Figure(
            DriftPlot.Draw(report.Drift, report.Timeline, PlotSize.Wide(340)).Render("wide"), DriftPlot.Draw(report.Drift, report.Timeline, PlotSize.Narrow(400)).Render("narrow"),
            "Each check compares a window of requests with the model's baseline. A score is divided by its threshold, so that all features share one axis; thresholds are set so that all checks of a quiet story together keep to the scenario's budget of false alarms. Grey: the others.", table));
    }

    public static string Monitors(ReportData report) => report.Monitors.Count == 0 ? "" : Html.Section("monitors", "What the other monitors saw",
        Html.Paragraph("Besides each feature's drift, a check looks at the constraints of the data, the stream of errors, the cost of decisions, measured and estimated, at groups of people, at features together, at what the model goes by, at the served scores and at the traffic. These findings are told; they start no retrain.")
        + Html.Table("Findings over the story", ["monitor", "what", "checks that judged it", "found on days", "what it said, when first found or last"],
            report.Monitors.Select(line => (string[])[line.Monitor, line.Subject, Invariant($"{line.Judged}"), FoundOn(line, report), line.Text])));

    public static string Champions(ReportData report)
    {
        if (report.Scatter.Count > 0) return Html.Section("champions", "The champions", Scatter(report) + Versions(report));
        string roc = Html.Figure(RocPlot.Draw(report.Roc, PlotSize.Wide(400)).Render("wide"), RocPlot.Draw(report.Roc, PlotSize.Narrow(330)).Render("narrow"),
            "Up and left is better; the diagonal is guessing. Each curve is measured on rows that the model was not fitted on; old and new model are compared on the same recent requests.",
            Html.Table("Points of the curves", ["curve", "false positive rate", "true positive rate"],
                report.Roc.SelectMany(line => Thinned(line.Points).Select(point => (string[])[line.Name, F3(point.False), F3(point.True)]))));
        string confusion = string.Concat(report.Champions.Where(champion => champion.Confusion is not null).Select(ConfusionMatrix.Of));
        return Html.Section("champions", "The champions", roc + $"<div class=\"matrices\">{confusion}</div>" + Versions(report));
    }

    // Days in a row are told as from the first to the last.
    private static string FoundOn(MonitorLine line, ReportData report)
    {
        if (line.FoundDays.Count == 0) return "never";
        if (report.Timeline.First is not null) return string.Join(", ", line.FoundDays.Select(day => report.Timeline.Name(day)));
        IEnumerable<int[]> rows = line.FoundDays.Index().GroupBy(day => day.Item - day.Index, day => day.Item).Select(row => row.ToArray());
        return string.Join(", ", rows.Select(row => row.Length == 1 ? Invariant($"{row[0]}") : Invariant($"{row[0]} to {row[^1]}")));
    }

    private static string Scatter(ReportData report) => Html.Figure(
        ScatterPlot.Draw(report.Scatter, PlotSize.Wide(400)).Render("wide"), ScatterPlot.Draw(report.Scatter, PlotSize.Narrow(330)).Render("narrow"),
        "Predictions against the true numbers, on test rows that the model was not fitted on. On the diagonal a prediction is right; above it, too high.",
        Html.Table("Mean absolute error", ["model", "MAE"], report.Scatter.Select(line => (string[])[line.Name, F3(line.Mae)])));

    private static string Versions(ReportData report) => Html.Table("Model versions, in the order in which they served",
        ["version", "trainer", report.Quality.Metric.ToUpperInvariant(), "measured on", "made by run", "package"],
        report.Champions.Select(champion => (string[])[Invariant($"{champion.Version}"), champion.Trainer, F3(champion.Quality), champion.MeasuredOn, champion.RunId, Short(champion.Sha256)]));

    public static string Trials(ReportData report)
    {
        string table = Html.Table("Trials", ["trial", report.Quality.Metric.ToUpperInvariant(), "settings"],
            report.Trials.Select(trial => (string[])[Invariant($"{trial.Ordinal + 1}{(trial.Chosen ? " (chosen)" : "")}"), Invariant($"{trial.Value:0.0000}"), trial.Settings]));
        return Html.Section("trials", "Tuning", Html.Figure(
            TrialPlot.Draw(report.Quality.Metric.ToUpperInvariant(), report.Quality.Metric != "mae", report.Trials, PlotSize.Wide(260)).Render("wide"), TrialPlot.Draw(report.Quality.Metric.ToUpperInvariant(), report.Quality.Metric != "mae", report.Trials, PlotSize.Narrow(250)).Render("narrow"),
            "Each dot is one training job with its own random settings; the thin line is the best so far. The choice is made on the validation rows, never on the test rows.", table));
    }

    public static string Trace(ReportData report)
    {
        string table = Html.Table("Spans", ["span", "starts at (s)", "takes (s)"],
            report.Trace.Select(bar => (string[])[new string('·', bar.Depth) + " " + bar.Name, F3(bar.StartSeconds), F3(bar.DurationSeconds)]));
        return Html.Section("trace", "Where the time went", Html.Figure(
            TracePlot.Draw(report.Trace, narrow: false).Render("wide"), TracePlot.Draw(report.Trace, narrow: true).Render("narrow"),
            "The first run as one trace: the run, the jobs that carried its stages (pale), and the stages' own work (full). What lasts a millisecond, such as enqueueing, is left out here; ./mlops trace shows it.", table));
    }

    public static string Decisions(ReportData report) => Html.Section("decisions", "What the policy decided",
        report.Decisions.Count == 0
            ? Html.Paragraph("Every check answered: nothing to do.")
            : Html.Table("Decisions other than nothing to do", ["day", "decision", "why", "answers report"],
                report.Decisions.Select(decision => (string[])[report.Months.Count > 0 ? report.Timeline.Name(decision.Day) : Day(decision.Day), decision.Choice, decision.Reason, decision.ReportId ?? "—"])));

    public static string Stages(ReportData report) => Html.Section("stages", "What each stage is for",
        Html.Table("Stages of the first run", ["stage", "what it is for", "what it made", "seconds"],
            report.Stages.Select(stage => (string[])[stage.Stage, stage.Purpose, stage.Made, Invariant($"{stage.Seconds:0.0}")])));

    private static IEnumerable<(double False, double True)> Thinned(IReadOnlyList<(double False, double True)> roc) =>
        roc.Where((_, index) => index % Math.Max(1, roc.Count / 20) == 0 || index == roc.Count - 1);

    private static string ShadowAt(QualityStory quality, double day) => quality.Shadow.FirstOrDefault(point => point.Day == day) is { } point ? F3(point.Value) : "";

    private static string RatioAt(FeatureDrift feature, int day) =>
        feature.Checks.FirstOrDefault(check => check.Day == day) is { } check && double.IsFinite(check.Ratio) ? Invariant($"{check.Ratio:0.00}") : "";

    private static string Short(string sha256) => sha256.Length > 19 ? sha256[..19] + "…" : sha256;

    private static string Day(double day) => Invariant($"{day:0.#}");

    private static string F3(double value) => double.IsFinite(value) ? Invariant($"{value:0.000}") : "";
}
