using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Web.Monitor;

/// <summary>How an endpoint stands, at a glance.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Serving">What serves now, or will; null for nothing.</param>
/// <param name="Last">The newest check; null when there was none.</param>
/// <param name="Open">Alerts that nobody has taken up.</param>
/// <param name="Others">Alerts that are taken up or silenced, and not over.</param>
public sealed record EndpointHealth(string Endpoint, Deployment? Serving, CheckReport? Last, int Open, int Others)
{
    /// <summary>The light: its word and its tone, as chips have them.</summary>
    public MonitorLight Light => (Last, Open) switch
    {
        (null, _) => MonitorLight.Unchecked,
        ({ Drifted: true }, _) when Serving?.EffectiveAt >= Last.At => MonitorLight.Answered,
        ({ Drifted: true }, _) => MonitorLight.Drifted,
        (_, > 0) => MonitorLight.Alerts,
        ({ Measures.Count: 0 }, _) => MonitorLight.Waiting,
        _ => MonitorLight.Quiet,
    };

    /// <summary>Reads an endpoint whose newest check is known.</summary>
    internal static EndpointHealth Read(CatalogTransaction catalog, string endpoint, IReadOnlyList<AlertRow> alerts, CheckReport? last) => new(
        endpoint,
        catalog.Deployments.At(endpoint, DateTimeOffset.MaxValue),
        last,
        alerts.Count(alert => alert.Endpoint == endpoint && alert.Status == AlertStatus.Open),
        alerts.Count(alert => alert.Endpoint == endpoint && alert.Status is AlertStatus.Acknowledged or AlertStatus.Silenced));

    /// <summary>Reads an endpoint.</summary>
    internal static EndpointHealth Read(CatalogTransaction catalog, string endpoint) => Read(catalog, endpoint, catalog.Alerts.Of(endpoint), Newest(catalog, endpoint));

    /// <summary>Reads all endpoints, those that need eyes first, then by name.</summary>
    internal static IReadOnlyList<EndpointHealth> All(CatalogTransaction catalog)
    {
        IReadOnlyList<AlertRow> alerts = catalog.Alerts.All();
        return [.. catalog.Deployments.Endpoints().Select(endpoint => Read(catalog, endpoint, alerts, Newest(catalog, endpoint))).OrderByDescending(health => health.Light.Rank).ThenBy(health => health.Endpoint, StringComparer.Ordinal)];
    }

    private static CheckReport? Newest(CatalogTransaction catalog, string endpoint) =>
        catalog.DriftReports.Newest(endpoint, 1) is [var newest] ? CheckReport.Of(newest) : null;
}
