using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>The addresses of a home's pages, one of each kind; of what there are many, the newest.</summary>
internal sealed class HomePages
{
    private readonly CatalogTransaction _catalog;
    private readonly TelemetryReader _telemetry;

    private HomePages(CatalogTransaction catalog, TelemetryReader telemetry) => (_catalog, _telemetry) = (catalog, telemetry);

    /// <summary>The pages of a home.</summary>
    /// <param name="home">The home's folder.</param>
    public static IReadOnlyList<(string Name, string Path)> Of(string home)
    {
        using CatalogStore catalog = CatalogStore.Open(home, TimeProvider.System);
        using TelemetryReader telemetry = new(Path.Combine(home, "telemetry.db"));
        return catalog.Read(tx => new HomePages(tx, telemetry).All());
    }

    private IReadOnlyList<(string Name, string Path)> All() =>
    [
        ("home", "/"), ("workflows", "/workflows"), ("a workflow", "/workflows/lifecycle"), ("its editor", "/workflows/lifecycle/edit"),
        ("runs", "/runs"), .. Runs(), ("models", "/models"), .. Models(), ("monitor", "/monitor"), .. Endpoints(),
        ("traces", "/traces"), .. Traces(), ("jobs", "/jobs"), ("API reference", "/api-reference"),
    ];

    private IEnumerable<(string, string)> Runs()
    {
        IReadOnlyList<RunRow> runs = _catalog.Runs.Page(new RunQuery { Workflow = "lifecycle", Take = 2 }).Runs;
        if (runs.Count > 0) yield return ("a run", $"/runs/{runs[0].Id}");
        if (runs.Count > 1) yield return ("two runs compared", $"/runs/compare?a={runs[0].Id}&b={runs[1].Id}");
    }

    private IEnumerable<(string, string)> Models()
    {
        if (Group(ModelGroupSort.Versions) is not { } largest || Group(ModelGroupSort.Newest) is not { } newest) yield break;
        yield return ("the largest model group", $"/models/{largest.Model}");
        yield return ("the newest model group", $"/models/{newest.Model}");
        yield return ("a model version", $"/models/{newest.Model}/{newest.NewestVersion}");
    }

    private IEnumerable<(string, string)> Endpoints() => Group(ModelGroupSort.Newest) is { Champion: not null } group ? [("an endpoint", $"/monitor/{group.Model}")] : [];

    private IEnumerable<(string, string)> Traces()
    {
        IReadOnlyList<TraceSummary> traces = _telemetry.Traces(new TraceQuery { AttributeName = TelemetryNames.Attributes.PipelineName, AttributeValue = "lifecycle", Take = 2 }).Traces;
        if (traces.Count > 0) yield return ("a trace", $"/traces/{traces[0].TraceId}");
        if (traces.Count > 1) yield return ("two traces compared", $"/traces/compare?a={traces[0].TraceId}&b={traces[1].TraceId}");
    }

    private ModelGroup? Group(ModelGroupSort sort) => _catalog.Models.Groups(new ModelGroupQuery { Sort = sort, Take = 1 }).Groups is [var first, ..] ? first : null;
}
