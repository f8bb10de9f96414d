using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Policies;
using MlopsSandbox.Shapes;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Endpoints;

/// <summary>Tells of endpoints that serve: how each stands, what was checked and deployed there, and who asked it.</summary>
/// <param name="catalog">The home.</param>
/// <param name="hints">Commands to paste.</param>
internal sealed class EndpointDesk(CatalogStore catalog, Hints hints)
{
    /// <summary>All of them, those that need eyes first.</summary>
    public IReadOnlyList<EndpointShape> List() => [.. catalog.Read(EndpointHealth.All).Select(EndpointShape.Of)];

    /// <summary>One of them.</summary>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public EndpointShape Show(string name) => Of(name, tx => EndpointShape.Of(EndpointHealth.Read(tx, name)));

    /// <summary>A part of its checks, the newest first, and how many there are.</summary>
    /// <param name="name">The endpoint.</param>
    /// <param name="skip">Checks before the part.</param>
    /// <param name="take">How many at most.</param>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public (IReadOnlyList<CheckShape> Checks, int Total) Checks(string name, int skip, int take) =>
        Of(name, tx => ((IReadOnlyList<CheckShape>)[.. tx.DriftReports.Page(name, skip, take).Select(CheckShape.Of)], (int)tx.DriftReports.Count(name)));

    /// <summary>One of its checks with its whole report.</summary>
    /// <exception cref="MissingException">There is no such endpoint, or no such check of it.</exception>
    public CheckDetailShape Check(string name, string id) => Of(name, tx => tx.DriftReports.Find(name, id) is { } row
        ? CheckDetailShape.Of(row)
        : throw new MissingException($"endpoint '{name}' has no check '{id}'; expected one of its {tx.DriftReports.Count(name)}. GET /api/endpoints/{name}/checks lists them."));

    /// <summary>What it came to serve, the first first.</summary>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public IReadOnlyList<DeploymentShape> Deployments(string name) => Of(name, tx => (IReadOnlyList<DeploymentShape>)[.. tx.Deployments.Of(name).Select(DeploymentShape.Of)]);

    /// <summary>The newest calls of it, the newest first.</summary>
    /// <param name="name">The endpoint.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public IReadOnlyList<CallShape> Calls(string name, int most) => Of(name, tx => (IReadOnlyList<CallShape>)[.. tx.Calls.Newest(name, DateTimeOffset.MaxValue, most).Reverse().Select(CallShape.Of)]);

    private T Of<T>(string name, Func<CatalogTransaction, T> tell)
    {
        WatchedEndpoint.NameOf(catalog, name, hints);
        return catalog.Read(tell);
    }
}
