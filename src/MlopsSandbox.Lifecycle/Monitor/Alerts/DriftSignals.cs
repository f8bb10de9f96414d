using MlopsSandbox.Lifecycle.Monitor.Findings;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>The signals of a drift report: one for each measure, and one for each thing that a monitor has judged.</summary>
public static class DriftSignals
{
    /// <summary>What the report says of each feature, of the scores, of the quality, and of what the monitors watch besides.</summary>
    public static IReadOnlyList<AlertSignal> Of(DriftReport report) =>
    [
        .. report.Measures.Select(measure => new AlertSignal(RuleOf(measure.Kind), measure.Name, measure.Drifted, TextOf(measure, report))),
        .. report.Monitors.SelectMany(monitor => monitor.Findings.Concat(monitor.LeftOut).Where(IsJudged).Select(finding => SignalOf(monitor.Monitor, finding))),
    ];

    // A figure that is only shown has nothing to fire on.
    private static bool IsJudged(MonitorFinding finding) => finding.NotJudged is null && (finding.Found || finding.ByLimit || !double.IsNaN(finding.P));

    private static AlertSignal SignalOf(MonitorKind monitor, MonitorFinding finding) =>
        new(AlertRules.NameOf(monitor), $"{finding.Subject} ({finding.Measure})", finding.Found, finding.Text);

    private static string RuleOf(DriftKind kind) => kind switch
    {
        DriftKind.Feature => AlertRules.Drift,
        DriftKind.Prediction => AlertRules.Prediction,
        _ => AlertRules.Quality,
    };

    private static string TextOf(DriftMeasure measure, DriftReport report)
    {
        int rows = measure.Kind == DriftKind.Quality ? report.LabelledRows : report.Rows;
        string threshold = double.IsFinite(measure.Threshold) ? Invariant($"{measure.Threshold:0.###}") : "none";
        string p = double.IsNaN(measure.P) ? "" : Invariant($", p {measure.P:0.0e+0}");
        return Invariant($"{Named(measure)}: {measure.Test} {measure.Score:0.###}, threshold {threshold}{p}, {rows:N0} rows since {report.WindowStart.UtcDateTime:yyyy-MM-dd}.");
    }

    private static string Named(DriftMeasure measure) => (measure.Kind, measure.Drifted) switch
    {
        (DriftKind.Quality, true) => "Quality has fallen",
        (DriftKind.Quality, false) => "Quality has not fallen by more than chance",
        (DriftKind.Prediction, true) => "Drift in the scores",
        (DriftKind.Prediction, false) => "No drift in the scores",
        (_, true) => $"Drift in {measure.Name}",
        _ => $"No drift in {measure.Name}",
    };
}
