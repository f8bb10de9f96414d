using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>
/// Asks when staying is expected to cost more than training again:
/// (c − c₀ − z·se) · r · max(0, H − d) &gt; C, with c and c₀ the cost of mistakes per request now and on the held-out rows, se the standard error of
/// their difference, z = 1.645 (so that chance alone counts as a loss once in 20), r the requests a day, H the horizon, d the days that a retrain
/// takes, in which the loss goes on either way, and C the cost of a training.
/// </summary>
/// <param name="RetrainCost">C: what one training costs, people's time included, in the scenario's currency; from 0.</param>
/// <param name="HorizonDays">H: days for which a new model is expected to serve before it is trained again anyway; above 0.</param>
public sealed record CostRule(double RetrainCost, double HorizonDays) : RetrainRule
{
    private const double Careful = 1.645;

    /// <inheritdoc/>
    public override string Kind => PolicyWords.Cost;

    /// <inheritdoc/>
    public override RuleFinding Judge(RetrainEvidence evidence)
    {
        if (evidence.Cost is not { } cost) return Rests("What mistakes cost is not known: the scenario names no costs, or too few labels have arrived.");
        double perRequest = Math.Max(0, cost.PerRequest - cost.Reference - (Careful * cost.DifferenceError));
        double staying = perRequest * evidence.RequestsPerDay * Math.Max(0, HorizonDays - evidence.RetrainDays);
        string found = Invariant($"Mistakes cost {PolicyText.Money(cost.PerRequest, cost.Currency)} a request against {PolicyText.Money(cost.Reference, cost.Currency)}; ")
            + Invariant($"staying would cost at least {PolicyText.Money(staying, cost.Currency)} in {PolicyText.Days(HorizonDays)} of {evidence.RequestsPerDay:N0} requests, training {PolicyText.Money(RetrainCost, cost.Currency)}");
        return staying > RetrainCost ? Fires(found) : Rests($"{found}.");
    }
}
