using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Operations;

/// <summary>Is there as much traffic as before, do labels arrive, how old is the model, do calls take longer or fail?</summary>
public static class OperationsMonitor
{
    /// <summary>Whole days before the window that traffic needs to be judged.</summary>
    public const int LeastDays = 5;

    /// <summary>Share of due labels that may be missing without being told.</summary>
    public const double MissingLabels = 0.05;

    /// <summary>Judges traffic and calls at <paramref name="alpha"/> together; labels by a fixed share; the model's age by the scenario's limit, where it has one.</summary>
    public static MonitorResult Judge(double alpha, MonitorEvidence evidence)
    {
        double each = alpha / (CallFindings.Judged(evidence.Calls) + 1);
        return MonitorResult.Of(MonitorKind.Operations, alpha, [Traffic(each, evidence), Labels(evidence), Age(evidence), .. CallFindings.Of(each, evidence.Calls)]);
    }

    private static MonitorFinding Traffic(double alpha, MonitorEvidence evidence)
    {
        if (evidence.Span.NotJudged is { } reason) return MonitorFinding.Unjudged("traffic", "requests a day", reason);
        int window = Math.Max(1, (int)evidence.Span.Length.TotalDays), days = (int)(evidence.Span.End - evidence.ServingSince).TotalDays;
        int before = Math.Min(days, WatchedDeployment.LookBackDays) - window;
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
        DateTimeOffset end = evidence.Span.End.AddDays(-back);
        return evidence.Served.Count(request => request.ServedAt >= end.AddDays(-1) && request.ServedAt < end);
    }

    private static MonitorFinding Labels(MonitorEvidence evidence)
    {
        if (evidence.Span.NotJudged is { } reason) return MonitorFinding.Unjudged("labels", "overdue", reason);
        int delay = evidence.Scenario.Labels.DelayDays;
        IReadOnlyList<CapturedRequest> expected = evidence.Span.DueIn(evidence.Served, delay);
        if (expected.Count == 0) return MonitorFinding.Unjudged("labels", "overdue", Invariant($"No request of this model is {delay} days old, so no label is due."));
        int overdue = expected.Count(request => request.Label is null);
        double share = (double)overdue / expected.Count;
        return new MonitorFinding
        {
            Subject = "labels",
            Measure = "overdue",
            Value = share,
            Reference = 0,
            ByLimit = true,
            Found = share > MissingLabels,
            Text = Invariant($"{overdue} of {expected.Count} labels that were due have not arrived."),
        };
    }

    private static MonitorFinding Age(MonitorEvidence evidence)
    {
        double days = (evidence.Now - evidence.ServingSince).TotalDays;
        string text = Invariant($"The model has served for {days:0.#} days");
        MonitorFinding age = new() { Subject = "model", Measure = "age in days", Value = days, Text = $"{text}." };
        return evidence.Scenario.Monitor.MaximumModelDays is { } most
            ? age with { Reference = most, ByLimit = true, Found = days > most, Text = Invariant($"{text}; at most {most} are wanted.") }
            : age;
    }
}
