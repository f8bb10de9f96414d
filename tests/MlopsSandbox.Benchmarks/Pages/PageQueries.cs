using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>The pages that people look at, and the worst that they can ask for.</summary>
internal sealed class PageQueries(HomeSizes sizes)
{
    public (string What, RunQuery Query)[] Runs =>
    [
        ("the newest", new()),
        ("the last page", new() { Skip = LastOf(sizes.Runs) }),
        ("the longest", new() { Sort = RunSort.Duration }),
        ("by scenario", new() { Sort = RunSort.Scenario, Descending = false }),
        ("failed, of one workflow, with a tag", new() { Statuses = [RunStatus.Failed], Workflow = "monitor", Tags = ["nightly"] }),
        ("text that few have", new() { Text = "0042" }),
        ("text that none has", new() { Text = "nowhere" }),
        ("1,000 at once", new() { Take = PageBounds.LargestTake }),
    ];

    public (string What, ModelQuery Query)[] Models =>
    [
        ("the newest", new()),
        ("the last page", new() { Skip = LastOf(sizes.Versions) }),
        ("by version", new() { Sort = ModelSort.Version }),
        ("by version, in the middle", new() { Sort = ModelSort.Version, Skip = sizes.Versions / 2 }),
        ("by group", new() { Sort = ModelSort.Model, Descending = false }),
        ("by group, in the middle", new() { Sort = ModelSort.Model, Descending = false, Skip = sizes.Versions / 2 }),
        ("by AUC", new() { Sort = ModelSort.Metric, Metric = "auc" }),
        ("by AUC, in the middle", new() { Sort = ModelSort.Metric, Metric = "auc", Skip = sizes.Versions / 2 }),
        ("by a metric that none has", new() { Sort = ModelSort.Metric, Metric = "none" }),
        ("large group, the newest", new() { Model = sizes.LargeGroup }),
        ("large group, the last page", new() { Model = sizes.LargeGroup, Skip = LastOf(sizes.VersionsOfLargeGroup) }),
        ("large group, by AUC", new() { Model = sizes.LargeGroup, Sort = ModelSort.Metric, Metric = "auc" }),
        ("large group, by AUC, in the middle", new() { Model = sizes.LargeGroup, Sort = ModelSort.Metric, Metric = "auc", Skip = sizes.VersionsOfLargeGroup / 2 }),
        ("small group, the newest", new() { Model = sizes.SmallGroup }),
        ("small group, by AUC", new() { Model = sizes.SmallGroup, Sort = ModelSort.Metric, Metric = "auc" }),
        ("champions, the newest", new() { Alias = "champion" }),
        ("champions, by AUC", new() { Alias = "champion", Sort = ModelSort.Metric, Metric = "auc" }),
        ("approved, the newest", new() { Approval = "approved" }),
        ("rejected, of which there are none", new() { Approval = "rejected" }),
        ("of one run", new() { RunId = "monitor-0001" }),
        ("text of one group", new() { Text = sizes.SmallGroup }),
        ("text of half of the groups", new() { Text = "ridership" }),
    ];

    public (string What, ModelGroupQuery Query)[] Groups =>
    [
        ("the newest", new()),
        ("by versions", new() { Sort = ModelGroupSort.Versions }),
        ("by name, the last page", new() { Sort = ModelGroupSort.Model, Skip = LastOf(sizes.Groups) }),
        ("text", new() { Text = "0042" }),
    ];

    public (string What, TraceQuery Query)[] Traces =>
    [
        ("the newest", new()),
        ("the last page", new() { Skip = LastOf(sizes.Traces) }),
        ("the longest", new() { Order = TraceOrder.Longest }),
        ("failed", new() { OnlyErrors = true }),
        ("text in a run's id", new() { Text = "retrain-00" }),
        ("an attribute that half have", new() { AttributeName = TelemetryNames.Attributes.Stage, AttributeValue = "train" }),
        ("an attribute that one has", new() { AttributeName = TelemetryNames.Attributes.PipelineRunId, AttributeValue = "retrain-0001" }),
        ("longer than 30 s, the longest", new() { MinimumDuration = TimeSpan.FromSeconds(30), Order = TraceOrder.Longest }),
    ];

    private static int LastOf(int rows) => Math.Max(0, rows - PageBounds.DefaultTake);
}
