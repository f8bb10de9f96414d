using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Hosting;

/// <summary>Finds a run by the id that somebody wrote.</summary>
internal static class RunLookup
{
    /// <summary>The run with its stages and its journal.</summary>
    /// <exception cref="MissingException">The home has no such run.</exception>
    public static RunRow Show(CatalogStore catalog, string id, Hints hints) => catalog.Read(tx => tx.Runs.Show(id)) ?? throw Missing(catalog, id, hints);

    /// <summary>The refusal for an id that no run has.</summary>
    public static MissingException Missing(CatalogStore catalog, string id, Hints hints)
    {
        string[] ids = [.. catalog.Read(tx => tx.Runs.All()).Select(run => run.Id)];
        return new MissingException($"{catalog.Home}: there is no run '{id}'; expected {(ids.Length == 0 ? "one that has run here; nothing has" : $"one of its {ids.Length}")}.{NearestName.Hint(id, ids)} See '{hints.For("runs")}'.");
    }
}
