using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Bias;

/// <summary>Is a group decided on more differently from others than at the deployment? Demographic parity of all requests, equal opportunity where labels have arrived.</summary>
public static class BiasMonitor
{
    /// <summary>Rows of the group and of the others below which nothing is judged, in the window and in the baseline.</summary>
    public const int LeastRows = 30;

    /// <summary>Judges each of the scenario's groups by both measures, the level split evenly; each by <see cref="ChangeOfDifference"/>, exact when nothing has changed.</summary>
    public static MonitorResult Judge(double alpha, MonitorBaseline baseline, MonitorEvidence evidence)
    {
        IReadOnlyList<BiasGroup> groups = evidence.Scenario.Monitor.Bias;
        if (groups.Count == 0) return MonitorResult.Unjudged(MonitorKind.Bias, alpha, "The scenario names no group in monitor.bias.");
        return MonitorResult.Of(MonitorKind.Bias, alpha, [.. groups.SelectMany(group => OfGroup(alpha / (2 * groups.Count), group, baseline, evidence))]);
    }

    private static IEnumerable<MonitorFinding> OfGroup(double alpha, BiasGroup group, MonitorBaseline baseline, MonitorEvidence evidence)
    {
        string subject = $"{group.Feature} = {group.Group}";
        if (baseline.Groups.FirstOrDefault(one => one.Feature == group.Feature && one.Group == group.Group) is not { } before)
            return [MonitorFinding.Unjudged(subject, "demographic parity", "The baseline does not know this group. Deploy the model again.")];
        (GroupDecisions all, GroupDecisions labelled) = (Counted(group, evidence.Window, baseline.Threshold), Counted(group, evidence.Labelled, baseline.Threshold));
        return
        [
            Difference(alpha, subject, "demographic parity", "called positive", before, all, counts => new Proportion(counts.Called, counts.Rows)),
            Difference(alpha, subject, "equal opportunity", "of the positives found", before, labelled, counts => new Proportion(counts.Hits, counts.Positives)),
        ];
    }

    private static GroupDecisions Counted(BiasGroup group, ObservedRequests requests, double? threshold) =>
        GroupDecisions.Of(group, requests.Rows, [.. requests.Requests.Select(request => request.Score)], threshold);

    private static MonitorFinding Difference(double alpha, string subject, string measure, string what, GroupDecisions before, GroupDecisions now, Func<DecisionCounts, Proportion> of)
    {
        (Proportion groupBefore, Proportion othersBefore, Proportion groupNow, Proportion othersNow) = (of(before.InGroup), of(before.Others), of(now.InGroup), of(now.Others));
        int least = new[] { groupBefore.Rows, othersBefore.Rows, groupNow.Rows, othersNow.Rows }.Min();
        if (least < LeastRows)
            return MonitorFinding.Unjudged(subject, measure, Invariant($"{groupNow.Rows} rows of the group and {othersNow.Rows} others now, {groupBefore.Rows} and {othersBefore.Rows} in the baseline; judged from {LeastRows} of each on."));
        double error = Math.Sqrt(groupNow.Variance + othersNow.Variance);
        double difference = groupNow.Adjusted - othersNow.Adjusted, reference = groupBefore.Adjusted - othersBefore.Adjusted;
        double p = ChangeOfDifference.Test(groupBefore, othersBefore, groupNow, othersNow).PValue;
        return new MonitorFinding
        {
            Subject = subject,
            Measure = measure,
            Value = difference,
            Reference = reference,
            Low = difference - (MonitorFinding.Wide * error),
            High = difference + (MonitorFinding.Wide * error),
            P = p,
            Alpha = alpha,
            Found = p <= alpha,
            Text = Invariant($"{groupNow.Share:P1} {what}, {othersNow.Share:P1} of the others: a ratio of {groupNow.Share / othersNow.Share:0.00}; the difference was {reference:+0.000;-0.000} at the deployment and is {difference:+0.000;-0.000}."),
        };
    }
}
