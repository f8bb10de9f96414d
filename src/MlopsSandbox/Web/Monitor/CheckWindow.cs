using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Web.Monitor;

/// <summary>The rows behind a check: the baseline of what served, and the window's requests as they were captured.</summary>
/// <remarks>Reports keep figures, no rows; the catalog keeps the requests, so the window is read again as the check read it.</remarks>
/// <param name="Baseline">What the window was held against.</param>
/// <param name="Requests">The window's requests.</param>
internal sealed record CheckWindow(Baseline Baseline, ObservedRequests Requests)
{
    /// <summary>Reads them; null when what served has no baseline.</summary>
    /// <exception cref="IOException">The home's artifacts lack the baseline.</exception>
    public static CheckWindow? Read(CatalogTransaction catalog, ArtifactStore artifacts, EndpointHistory history, CheckReport check)
    {
        if (history.ServingAt(check.At) is not { Baseline: { } hash } serving) return null;
        Baseline baseline = BaselineJson.Read(artifacts.Get(hash));
        Feature[] features = [.. baseline.Features.Select(column => new Feature(column.Name, column is NumericSummary ? FeatureKind.Numeric : FeatureKind.Categorical))];
        CapturedRequest[] requests = [.. catalog.Requests.Between(history.Endpoint, check.WindowStart, check.WindowEnd).Where(request => request.ModelVersion == serving.Version).TakeLast(check.Rows)];
        return new CheckWindow(baseline, ObservedRequests.Of(requests, features));
    }

    /// <summary>A feature's distribution, or that of the scores; null when there is none of that name.</summary>
    public FeatureDistribution? Of(CheckMeasure measure) => measure.Kind switch
    {
        DriftKind.Prediction => FeatureDistribution.Of(
            NumericSummary.Of(measure.Name, Baseline.HeldOutScores),
            NumericSummary.Of(measure.Name, [.. Requests.Requests.Select(request => request.Score)])),
        DriftKind.Feature when Baseline.Features.FirstOrDefault(column => column.Name == measure.Name) is { } column => FeatureDistribution.Of(column, ColumnSummary.Of(Requests.Rows[column.Name])),
        _ => null,
    };
}
