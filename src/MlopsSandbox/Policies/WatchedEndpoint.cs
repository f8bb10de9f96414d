using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Policies;

/// <summary>An endpoint that serves, with the scenario that its model is about.</summary>
/// <param name="Name">The endpoint.</param>
/// <param name="Scenario">The scenario.</param>
internal sealed record WatchedEndpoint(string Name, Scenario Scenario)
{
    /// <summary>The endpoint of a name; without one that of the model that was deployed last.</summary>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    /// <exception cref="ScenarioException">Its scenario can no longer be read.</exception>
    public static WatchedEndpoint Find(CatalogStore catalog, string? name, Hints hints)
    {
        string found = NameOf(catalog, name, hints);
        string folder = catalog.Read(tx => tx.Runs.Find(tx.Deployments.Of(found)[^1].RunId)?.ScenarioFolder)
            ?? throw new RefusalException($"endpoint '{found}' serves a model of a run without a scenario; expected one that names its scenario, as lifecycle does.");
        return new WatchedEndpoint(found, ScenarioFile.Read(folder));
    }

    /// <summary>The name of an endpoint that serves; without one that of the model that was deployed last.</summary>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public static string NameOf(CatalogStore catalog, string? name, Hints hints)
    {
        IReadOnlyList<string> known = catalog.Read(tx => tx.Deployments.Endpoints());
        if (known.Count == 0) throw new MissingException($"{catalog.Home}: no endpoint serves yet; expected one that a run deployed. Begin with '{hints.For("walkthrough")}', or name a scenario with --scenario.");
        if (name is null) return known[^1];
        return known.Contains(name) ? name : throw new MissingException($"there is no endpoint '{name}'; expected one of: {string.Join(", ", known)}.{NearestName.Hint(name, known)}");
    }
}
