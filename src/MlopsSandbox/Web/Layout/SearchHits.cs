using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Models;
using MlopsSandbox.Lifecycle.Telemetry;

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
        .. Traces(sandbox, text),
    ];

    // Found by their run's id too, so a few of them say enough.
    private static IEnumerable<SearchHit> Traces(Sandbox sandbox, string text)
    {
        using TelemetryReader telemetry = new(sandbox.Places.Telemetry);
        return [.. telemetry.Traces(new TraceQuery { Text = text, Take = 3 }).Traces.Select(trace => new SearchHit(trace.RunId is { } run ? $"{trace.Name}, {run}" : trace.Name, "trace", $"/traces/{trace.TraceId}"))];
    }
}
