using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>What a model's mistakes cost when whoever uses it acts as the costs advise: on every row whose probability of the positive class is at least falsePositive / (falsePositive + falseNegative).</summary>
internal static class MistakeCosts
{
    /// <summary>Rows on either side below which a mean cost says nothing.</summary>
    private const int FewestRows = 30;

    /// <summary>Mean cost of a row lately and on the held-out rows, with the standard error of their difference; null when costs are not named or rows are too few.</summary>
    public static CostEvidence? Compare(Costs costs, double[] scores, bool[] labels, double[] heldOutScores, bool[] heldOutLabels)
    {
        if (costs.FalsePositive + costs.FalseNegative <= 0 || Math.Min(scores.Length, heldOutScores.Length) < FewestRows) return null;
        (double now, double errorNow) = Mean(costs, scores, labels);
        (double then, double errorThen) = Mean(costs, heldOutScores, heldOutLabels);
        return new CostEvidence(costs.Currency, now, then, Math.Sqrt((errorNow * errorNow) + (errorThen * errorThen)));
    }

    private static (double Mean, double StandardError) Mean(Costs costs, double[] scores, bool[] labels)
    {
        double[] each = [.. scores.Zip(labels, (score, label) => costs.OfDecision(score >= costs.Threshold, label))];
        double mean = each.Average();
        return (mean, Math.Sqrt(each.Sum(cost => (cost - mean) * (cost - mean)) / (each.Length - 1) / each.Length));
    }
}
