using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Web.Models;

/// <summary>A model version as the list shows it.</summary>
/// <param name="Version">The version.</param>
/// <param name="SimulatedAt">Simulated time of the run that made it; null when that is gone.</param>
internal sealed record VersionRow(ModelVersion Version, DateTimeOffset? SimulatedAt)
{
    /// <summary>Some versions, and how many there are; only what the page shows is read.</summary>
    public static (IReadOnlyList<VersionRow> Rows, int Total) Page(CatalogTransaction catalog, ModelQuery query)
    {
        ModelPage page = catalog.Models.Page(query);
        return ([.. page.Versions.Select(version => new VersionRow(version, catalog.Runs.Find(version.RunId)?.SimulatedAt))], page.Total);
    }
}
