using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>The policy that decides for an endpoint, and where it comes from.</summary>
/// <param name="Policy">The policy, with the scenario's least number of labels where it names none.</param>
/// <param name="SetBy">The setting; null when it is the scenario's own.</param>
public sealed record PolicyInForce(RetrainPolicy Policy, PolicyRow? SetBy)
{
    /// <summary>What was set for the endpoint, else for its scenario, else what the scenario's file says.</summary>
    public static PolicyInForce Of(Scenario scenario, PolicyRow? set) =>
        new((set is null ? scenario.Retrain.Policy : Parsed(set)).WithLabelsOf(scenario.Retrain.MinimumLabels), set);

    // It was checked when it was set.
    private static RetrainPolicy Parsed(PolicyRow set) => PolicyReading.Parse(set.Policy!.Value.GetRawText(), $"policy of {set.Scope} '{set.Name}'");
}
