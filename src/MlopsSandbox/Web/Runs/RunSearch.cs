using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Layout;

namespace MlopsSandbox.Web.Runs;

/// <summary>Finds runs by a part of their id, workflow, scenario or tags.</summary>
internal static class RunSearch
{
    /// <summary>The newest of those that have it.</summary>
    public static IEnumerable<SearchHit> Hits(Sandbox sandbox, string text, int most) =>
        sandbox.Catalog.Read(catalog => catalog.Runs.Page(new RunQuery { Text = text, Take = most })).Runs.Select(run => new SearchHit(run.Id, "run", $"/runs/{run.Id}"));
}
