using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>A retraining policy under test.</summary>
/// <param name="Name">Such as <c>on drift</c>.</param>
/// <param name="Decide">From the number of the check, counted from 1, and what is known then to a decision.</param>
public sealed record BacktestPolicy(string Name, Func<int, RetrainEvidence, RetrainDecision> Decide)
{
    /// <summary>Leaves the first model alone.</summary>
    public static BacktestPolicy Never { get; } = new("never", (_, _) => Nothing());

    /// <summary>Retrains at every n-th monthly check, whatever the monitor says.</summary>
    public static BacktestPolicy Every(string name, int checks) =>
        new(name, (check, _) => check % checks == 0 ? new RetrainDecision(RetrainChoice.Retrain, "It is time.", null, null) : Nothing());

    /// <summary>Decides as the monitor stage does, with the scenario's guardrails, learning from all that is known.</summary>
    public static BacktestPolicy OnDrift(RetrainSettings retrain)
    {
        RetrainPolicy policy = new RetrainPolicy(new DriftRule()) { Data = DataSelection.All, Guardrails = retrain.Policy.Guardrails }.WithLabelsOf(retrain.MinimumLabels);
        return new BacktestPolicy("on drift", (_, evidence) => policy.Decide(evidence));
    }

    private static RetrainDecision Nothing() => new(RetrainChoice.None, "Not asked for.", null, null);
}
