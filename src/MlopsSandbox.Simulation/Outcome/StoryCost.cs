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
    /// Acts on every request whose probability makes acting the cheaper choice, p ≥ falsePositive / (falsePositive + falseNegative), and sums
    /// what the mistakes cost.
    /// </summary>
    public static StoryCost Of(Costs costs, IReadOnlyList<ServedRequest> labelled)
    {
        double threshold = costs.FalsePositive + costs.FalseNegative > 0 ? costs.FalsePositive / (costs.FalsePositive + costs.FalseNegative) : 0.5;
        return new StoryCost(
            costs.Currency,
            labelled.Count,
            labelled.Sum(request => CostOf(costs, request.Score >= threshold, request.Label == true)),
            labelled.Sum(request => CostOf(costs, request.ShadowScore >= threshold, request.Label == true)));
    }

    private static double CostOf(Costs costs, bool acts, bool isPositive) => acts == isPositive ? 0 : acts ? costs.FalsePositive : costs.FalseNegative;
}
