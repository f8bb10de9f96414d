using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Operations;

/// <summary>Is there as much traffic as before, do labels arrive, how old is the model?</summary>
/// <remarks>Latency and errors are not here: a captured request carries neither. They are in the endpoint's spans and metrics (<c>mlops.prediction.duration</c>).</remarks>
public static class OperationsMonitor
{
    /// <summary>Whole days before the window that traffic needs to be judged.</summary>
    public const int LeastDays = 5;

    /// <summary>Share of due labels that may be missing without being told.</summary>
    public const double MissingLabels = 0.05;

    /// <summary>Judges the traffic at <paramref name="alpha"/>; labels by a fixed share; the model's age is only told.</summary>
    public static MonitorResult Judge(double alpha, MonitorEvidence evidence) =>
        MonitorResult.Of(MonitorKind.Operations, alpha, [Traffic(alpha, evidence), Labels(evidence), Age(evidence)]);

    private static MonitorFinding Traffic(double alpha, MonitorEvidence evidence)
    {
        int window = evidence.Scenario.Monitor.WindowDays, days = (int)(evidence.Now - evidence.ServingSince).TotalDays, before = Math.Min(days, WatchedDeployment.LookBackDays) - window;
        if (before < LeastDays) return MonitorFinding.Unjudged("traffic", "requests a day", Invariant($"{Math.Max(0, before)} whole days have passed before the window; traffic is judged from {LeastDays} on."));
        double[] counts = [.. Enumerable.Range(0, window + before).Select(back => (double)CountOfDay(evidence, back))];
        double mean = counts[window..].Average(), now = counts[..window].Average();
        double p = TrafficChange.P(counts[..window], counts[window..]);
        return new MonitorFinding
        {
            Subject = "traffic",
            Measure = "requests a day",
            Value = now,
            Reference = mean,
            P = p,
            Alpha = alpha,
            Found = p <= alpha,
            Text = Invariant($"{now:0.#} requests a day; {mean:0.#} in the {before} days before."),
        };
    }

    private static int CountOfDay(MonitorEvidence evidence, int back)
    {
        DateTimeOffset end = evidence.Now.AddDays(-back);
        return evidence.Served.Count(request => request.ServedAt >= end.AddDays(-1) && request.ServedAt < end);
    }

    private static MonitorFinding Labels(MonitorEvidence evidence)
    {
        int delay = evidence.Scenario.Labels.DelayDays;
        DateTimeOffset due = evidence.Now.AddDays(-delay);
        CapturedRequest[] expected = [.. evidence.Served.Where(request => request.ServedAt < due && request.ServedAt >= due.AddDays(-evidence.Scenario.Monitor.WindowDays))];
        if (expected.Length == 0) return MonitorFinding.Unjudged("labels", "overdue", Invariant($"No request of this model is {delay} days old, so no label is due."));
        int overdue = expected.Count(request => request.Label is null);
        double share = (double)overdue / expected.Length;
        return new MonitorFinding
        {
            Subject = "labels",
            Measure = "overdue",
            Value = share,
            Reference = 0,
            Found = share > MissingLabels,
            Text = Invariant($"{overdue} of {expected.Length} labels that were due have not arrived."),
        };
    }

    private static MonitorFinding Age(MonitorEvidence evidence)
    {
        double days = (evidence.Now - evidence.ServingSince).TotalDays;
        return new MonitorFinding { Subject = "model", Measure = "age in days", Value = days, Text = Invariant($"The model has served for {days:0.#} days.") };
    }
}
