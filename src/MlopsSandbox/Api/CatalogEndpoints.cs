using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Api;

/// <summary>What the catalog remembers, in the shapes of the command line.</summary>
internal static class CatalogEndpoints
{
    /// <summary>Maps <c>/api/runs</c>, <c>/api/runs/{id}</c> and <c>/api/models</c>.</summary>
    public static void Map(WebApplication web, Sandbox sandbox)
    {
        web.MapGet("/api/runs", () => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Runs.All())));
        web.MapGet("/api/models", () => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Models.All())));
        web.MapGet("/api/runs/{id}", (string id) => WebHost.Answer(Run(sandbox.Catalog, id)));
    }

    private static RunRow Run(CatalogStore catalog, string id) => catalog.Read(tx => tx.Runs.Show(id))
        ?? throw new KeyNotFoundException($"There is no run '{id}'; expected one that GET /api/runs lists.");
}
