using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Models;

namespace MlopsSandbox.Web.Layout;

/// <summary>Finds what has a text in its name.</summary>
internal static class SearchHits
{
    private const int Most = 12;

    /// <summary>Pages first, then what the home holds; case does not matter.</summary>
    public static IReadOnlyList<SearchHit> Of(Sandbox sandbox, string text) =>
    [
        .. PageLink.All.Where(page => page.Title.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(page => new SearchHit(page.Title, "page", page.Address)).Take(Most),
        .. Runs.RunSearch.Hits(sandbox, text, Most),
        .. sandbox.Catalog.Read(tx => tx.Models.Groups(new ModelGroupQuery { Text = text, Take = Most })).Groups.Select(group => new SearchHit(group.Model, "model", ModelLinks.Group(group.Model))),
        .. sandbox.Catalog.Read(tx => tx.Deployments.Endpoints()).Where(endpoint => endpoint.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(endpoint => new SearchHit(endpoint, "endpoint", $"/monitor/{Uri.EscapeDataString(endpoint)}")).Take(Most),
        .. Workflows.WorkflowSearch.Hits(sandbox, text, Most),
    ];
}
