using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>A catalog in memory of one endpoint that served a telco story, and that remembers its checks.</summary>
internal sealed class RememberedEndpoint(string endpoint, TelcoStory story, ContentHash? baseline) : ICatalogView
{
    private readonly List<DriftReportRow> _reports = [];
    private readonly List<RetrainDecisionRow> _decisions = [];
    private readonly CapturedRequest[] _requests = [.. Enumerable.Range(0, story.Served.Count).Select(i => Captured(story, i))];

    public string Endpoint => endpoint;

    /// <summary>What became of a request on its way into the catalog; null when it was lost.</summary>
    public Func<CapturedRequest, CapturedRequest?> Kept { get; init; } = request => request;

    public List<Deployment> Deployments { get; } = [new(endpoint, 1, ContentHash.Of("model"u8), baseline, TelcoStory.Begin, "lifecycle-0001")];

    public IReadOnlyList<RetrainDecisionRow> Decisions => _decisions;

    /// <summary>What somebody set in the place of the scenario's policy.</summary>
    public PolicyRow? Policy { get; set; }

    public PolicyRow? PolicyOf(string endpoint, string scenario) => Policy;

    public ModelVersion? ModelByAlias(string model, string alias) => null;

    public Deployment? DeploymentAt(string endpoint, DateTimeOffset simulatedAt) =>
        Deployments.LastOrDefault(deployment => deployment.Endpoint == endpoint && deployment.EffectiveAt <= simulatedAt);

    public IReadOnlyList<CapturedRequest> Requests(string endpoint, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. _requests.Select(Kept).OfType<CapturedRequest>().Where(request => request.ServedAt >= from && request.ServedAt < to)
            .Select(request => request.LabelAt <= to ? request : request with { Label = null }),
    ];

    public IReadOnlyList<DriftReportRow> DriftReports(string endpoint) => _reports;

    public IReadOnlyList<RetrainDecisionRow> RetrainDecisions(string endpoint) => _decisions;

    public void Remember(DateTimeOffset at, DriftChecked check)
    {
        string id = FormattableString.Invariant($"drift-{_reports.Count + 1:0000}");
        _reports.Add(new DriftReportRow(id, at, check.Drifted, check.Report, "monitor-0001"));
        _decisions.Add(new RetrainDecisionRow(at, check.Choice, check.Reason, check.AlarmReportId ?? id, check.ChangedAt));
    }

    private static CapturedRequest Captured(TelcoStory story, int i)
    {
        DateTimeOffset servedAt = TelcoStory.Begin.AddDays((double)i / TelcoStory.DailyRequests);
        return new CapturedRequest(i, story.Served.RowIds[i], servedAt, story.Served.Columns.ToDictionary(column => column.Name, column => ValueOf(column, i)),
            story.Scores[i], 1, story.Served.Labels[i], servedAt.AddDays(TelcoStory.LabelDelayDays));
    }

    private static JsonElement ValueOf(Column column, int row) => column switch
    {
        NumericColumn numeric => JsonSerializer.SerializeToElement(double.IsNaN(numeric.Values[row]) ? (double?)null : numeric.Values[row]),
        CategoricalColumn categorical => JsonSerializer.SerializeToElement(categorical.Values[row]),
        _ => throw new ArgumentException(column.Name),
    };
}
