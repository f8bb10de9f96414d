using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Monitor;

/// <summary>What pages of endpoints show of checks, read once for all tabs: neither a report nor the requests in its window ever change.</summary>
/// <param name="artifacts">What was made in the home.</param>
internal sealed class CheckViews(ArtifactStore artifacts)
{
    private const int MostEndpoints = 32, MostWindows = 16;
    private readonly Recent<CheckReport[]> _reports = new(MostEndpoints);
    private readonly Recent<CheckWindow> _windows = new(MostWindows);

    /// <summary>The reports of an endpoint, in order of time.</summary>
    /// <param name="catalog">One state of the home.</param>
    /// <param name="endpoint">The endpoint.</param>
    public IReadOnlyList<CheckReport> Reports(CatalogTransaction catalog, string endpoint)
    {
        int count = (int)catalog.DriftReports.Count(endpoint);
        CheckReport[] known = _reports.Of(endpoint, known => Grown(catalog, endpoint, known ?? [], count))!;
        // Another tab may have seen a later state than this one.
        return count == known.Length ? known : known[..count];
    }

    /// <summary>The rows behind a check; null when what served has no baseline.</summary>
    /// <param name="catalog">One state of the home.</param>
    /// <param name="history">What happened at its endpoint.</param>
    /// <param name="check">The check.</param>
    /// <exception cref="IOException">The home's artifacts lack the baseline.</exception>
    public CheckWindow? Window(CatalogTransaction catalog, EndpointHistory history, CheckReport check) =>
        _windows.Of(check.Id, known => known ?? CheckWindow.Read(catalog, artifacts, history, check));

    private static CheckReport[] Grown(CatalogTransaction catalog, string endpoint, CheckReport[] known, int count) =>
        count <= known.Length ? known : [.. known, .. catalog.DriftReports.Newest(endpoint, count - known.Length).Reverse().Select(CheckReport.Of)];
}
