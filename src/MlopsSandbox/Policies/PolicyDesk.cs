using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Policies;

/// <summary>Shows and sets retrain policies, for command line and API alike.</summary>
/// <param name="catalog">The home.</param>
/// <param name="places">Where scenarios lie.</param>
/// <param name="hints">Commands to paste.</param>
internal sealed class PolicyDesk(CatalogStore catalog, Places places, Hints hints)
{
    /// <summary>Decisions that are shown with a policy.</summary>
    public const int LastDecisions = 10;

    /// <summary>The policy in force for an endpoint, by default that of the model that was deployed last, or for a scenario.</summary>
    /// <exception cref="RefusalException">Both are named, or there is no such endpoint.</exception>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public PolicyShape Show(string? endpoint, string? scenario)
    {
        RefuseBoth(endpoint, scenario);
        if (scenario is not null) return OfScenario(Read(scenario));
        WatchedEndpoint watched = WatchedEndpoint.Find(catalog, endpoint, hints);
        PolicyInForce policy = catalog.Read(tx => PolicyInForce.Of(watched.Scenario, tx.Policies.InForce(watched.Name, watched.Scenario.Name)));
        return PolicyShape.Of(watched.Name, watched.Scenario, policy, catalog.Read(tx => tx.DriftReports.Decisions(watched.Name)).TakeLast(LastDecisions).Reverse());
    }

    /// <summary>Sets a policy from the next check on.</summary>
    /// <param name="endpoint">For this endpoint; by default for the one whose model was deployed last.</param>
    /// <param name="scenario">Or for all endpoints of this scenario that have none of their own.</param>
    /// <param name="policy">The policy; null gives the scenario's own back.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The policy that is now in force.</returns>
    public PolicyShape Set(string? endpoint, string? scenario, RetrainPolicy? policy, string by, string reason)
    {
        RefuseBoth(endpoint, scenario);
        JsonElement? json = policy is null ? null : PolicyJson.Write(policy);
        (PolicyScope scope, string name) = scenario is null
            ? (PolicyScope.Endpoint, WatchedEndpoint.NameOf(catalog, endpoint, hints))
            : (PolicyScope.Scenario, Read(scenario).Name);
        catalog.Write(tx => tx.Policies.Set(scope, name, json, by, reason));
        return Show(scenario is null ? name : null, scenario);
    }

    private PolicyShape OfScenario(Scenario scenario) => PolicyShape.Of(
        endpoint: null, scenario, PolicyInForce.Of(scenario, catalog.Read(tx => tx.Policies.OfScenario(scenario.Name))), []);

    private Scenario Read(string nameOrPath) => ScenarioFile.Read(ScenarioFolder.Find(places.Scenarios, nameOrPath));

    private static void RefuseBoth(string? endpoint, string? scenario)
    {
        if (endpoint is not null && scenario is not null)
            throw new RefusalException($"endpoint '{endpoint}' and scenario '{scenario}' are both named; expected one of the two. A scenario's policy holds for its endpoints that have none of their own.");
    }
}
