using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests;

/// <summary>A catalog in memory that remembers what a test puts into it.</summary>
internal sealed class CatalogInMemory : ICatalogView
{
    public ModelVersion? Champion { get; set; }
    public List<CapturedRequest> Captured { get; } = [];

    public ModelVersion? ModelByAlias(string model, string alias) => Champion is { } known && known.Model == model && known.Aliases.Contains(alias) ? known : null;

    public IReadOnlyList<CapturedRequest> Requests(string endpoint, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. Captured.Where(request => from <= request.ServedAt && request.ServedAt < to)
            .Select(request => request.LabelAt <= to ? request : request with { Label = null }),
    ];

    public Deployment? DeploymentAt(string endpoint, DateTimeOffset simulatedAt) => null;
    public IReadOnlyList<DriftReportRow> DriftReports(string endpoint) => [];
    public IReadOnlyList<RetrainDecisionRow> RetrainDecisions(string endpoint) => [];
}
