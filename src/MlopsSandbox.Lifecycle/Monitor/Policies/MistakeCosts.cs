using MlopsSandbox.Lifecycle.Monitor.MeasuredQuality;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

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

    private static (double Mean, double StandardError) Mean(Costs costs, double[] scores, bool[] labels) =>
        CostOfMistakes.Mean(ConfusionMatrix.At(costs.Threshold, scores, labels), costs);
}
