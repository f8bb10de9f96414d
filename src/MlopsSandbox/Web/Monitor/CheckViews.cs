using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Monitor;

/// <summary>What pages of endpoints show of checks, read once for all tabs: neither a report nor the requests in its window ever change.</summary>
/// <param name="artifacts">What was made in the home.</param>
internal sealed class CheckViews(ArtifactStore artifacts)
{
    private const int MostWindows = 16;
    private readonly Lock _reading = new();
    private readonly Dictionary<string, CheckReport[]> _reports = [];
    private readonly OrderedDictionary<string, CheckWindow?> _windows = [];

    /// <summary>The reports of an endpoint, in order of time.</summary>
    /// <param name="catalog">One state of the home.</param>
    /// <param name="endpoint">The endpoint.</param>
    public IReadOnlyList<CheckReport> Reports(CatalogTransaction catalog, string endpoint)
    {
        lock (_reading)
        {
            CheckReport[] known = _reports.GetValueOrDefault(endpoint) ?? [];
            int count = (int)catalog.DriftReports.Count(endpoint);
            if (count > known.Length)
                _reports[endpoint] = known = [.. known, .. catalog.DriftReports.Newest(endpoint, count - known.Length).Reverse().Select(CheckReport.Of)];
            // Another tab may have seen a later state than this one.
            return count == known.Length ? known : known[..count];
        }
    }

    /// <summary>The rows behind a check; null when what served has no baseline.</summary>
    /// <param name="catalog">One state of the home.</param>
    /// <param name="history">What happened at its endpoint.</param>
    /// <param name="check">The check.</param>
    /// <exception cref="IOException">The home's artifacts lack the baseline.</exception>
    public CheckWindow? Window(CatalogTransaction catalog, EndpointHistory history, CheckReport check)
    {
        lock (_reading)
        {
            if (_windows.TryGetValue(check.Id, out CheckWindow? window)) return window;
            window = CheckWindow.Read(catalog, artifacts, history, check);
            if (_windows.Count == MostWindows) _windows.RemoveAt(0);
            _windows.Add(check.Id, window);
            return window;
        }
    }
}
