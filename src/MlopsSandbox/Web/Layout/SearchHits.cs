using MlopsSandbox.Hosting;

namespace MlopsSandbox.Web.Layout;

/// <summary>Finds what has a text in its name.</summary>
internal static class SearchHits
{
    private const int Most = 12;

    /// <summary>Pages first, then what the home holds; case does not matter.</summary>
    public static IReadOnlyList<SearchHit> Of(Sandbox sandbox, string text) =>
    [
        .. PageLink.All.Where(page => page.Title.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(page => new SearchHit(page.Title, "page", page.Address)).Take(Most),
        .. Workflows.WorkflowSearch.Hits(sandbox, text, Most),
    ];
}
