using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>What the mistakes cost from the takeover to the story's end, against never retraining.</summary>
/// <param name="Currency">Such as USD.</param>
/// <param name="Requests">Labelled requests that are counted.</param>
/// <param name="Served">Cost of the answers that were served.</param>
/// <param name="WithoutRetrain">Cost of the first champion's answers to the same requests.</param>
public sealed record StoryCost(string Currency, int Requests, double Served, double WithoutRetrain)
{
    /// <summary>What the retrain saved; below 0 when it cost more than it gave.</summary>
    public double Saved => WithoutRetrain - Served;

    /// <summary>
    /// Of classes: acts on every request whose probability makes acting the cheaper choice, p ≥ falsePositive / (falsePositive + falseNegative), and sums
    /// what the mistakes cost. Of numbers: sums the errors at the price of a unit; null when they have none.
    /// </summary>
    public static StoryCost? Of(PredictionTask task, Costs costs, IReadOnlyList<ServedRequest> labelled)
    {
        if (task == PredictionTask.Regression && costs.PerUnitError == 0) return null;
        Func<double, double, double> cost = task == PredictionTask.Regression
            ? (score, label) => Math.Abs(score - label) * costs.PerUnitError
            : (score, label) => costs.OfDecision(score >= costs.Threshold, Classes.IsPositive(label));
        return new StoryCost(
            costs.Currency,
            labelled.Count,
            labelled.Sum(request => cost(request.Score, request.Label!.Value)),
            labelled.Sum(request => cost(request.ShadowScore, request.Label!.Value)));
    }
}
