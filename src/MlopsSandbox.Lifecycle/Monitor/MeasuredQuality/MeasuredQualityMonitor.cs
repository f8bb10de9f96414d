using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.MeasuredQuality;

/// <summary>Are decisions whose labels have arrived worse than those on the held-out rows? By share of right ones, and by what mistakes cost.</summary>
public static class MeasuredQualityMonitor
{
    /// <summary>Labelled requests below which nothing is judged.</summary>
    public const int LeastRows = 30;

    /// <summary>Judges both, each at half of <paramref name="alpha"/>, towards the worse only: accuracy by Fisher's test, cost by <see cref="CostOfMistakes"/>; both are exact.</summary>
    public static MonitorResult Judge(double alpha, MonitorBaseline baseline, Costs costs, ObservedRequests labelled)
    {
        int rows = labelled.Requests.Count;
        if (rows < LeastRows) return MonitorResult.Unjudged(MonitorKind.MeasuredQuality, alpha, Invariant($"{rows} labels have arrived in the window's time; decisions are judged from {LeastRows} on."));
        ConfusionMatrix now = ConfusionMatrix.At(baseline.Threshold ?? double.PositiveInfinity, [.. labelled.Requests.Select(request => request.Score)], Classes.Of(labelled.Rows.Labels));
        return MonitorResult.Of(MonitorKind.MeasuredQuality, alpha, [OfAccuracy(alpha / 2, baseline.Decisions, now), OfCost(alpha / 2, baseline.Decisions, now, costs)]);
    }

    private static MonitorFinding OfAccuracy(double alpha, ConfusionMatrix before, ConfusionMatrix now)
    {
        double p = ChanceOfViolations.MoreHits(before.FalsePositives + before.FalseNegatives, before.Rows, now.FalsePositives + now.FalseNegatives, now.Rows);
        (double low, double high) = Shares.Wilson(now.TruePositives + now.TrueNegatives, now.Rows, MonitorFinding.Wide);
        return new MonitorFinding
        {
            Subject = "decisions",
            Measure = "accuracy",
            Value = now.Accuracy,
            Reference = before.Accuracy,
            Low = low,
            High = high,
            P = p,
            Alpha = alpha,
            Found = p <= alpha,
            Text = Invariant($"{now.Accuracy:P1} of {now.Rows} labelled decisions were right ({low:P1} to {high:P1}); {before.Accuracy:P1} on the held-out rows."),
        };
    }

    private static MonitorFinding OfCost(double alpha, ConfusionMatrix before, ConfusionMatrix now, Costs costs)
    {
        double p = CostOfMistakes.ChanceOfMore(before, now, costs), reference = CostOfMistakes.Mean(before, costs).Mean;
        (double mean, double error) = CostOfMistakes.Mean(now, costs);
        return new MonitorFinding
        {
            Subject = "decisions",
            Measure = "cost",
            Value = mean,
            Reference = reference,
            Low = Math.Max(0, mean - (MonitorFinding.Wide * error)),
            High = mean + (MonitorFinding.Wide * error),
            P = p,
            Alpha = alpha,
            Found = p <= alpha,
            Text = Invariant($"Mistakes cost {mean:0.00} {costs.Currency} a request; {reference:0.00} on the held-out rows."),
        };
    }
}
