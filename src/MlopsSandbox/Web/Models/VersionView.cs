using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Web.Models;

/// <summary>How versions of a group are shown, as the address says it; what it says wrong is passed over.</summary>
/// <param name="Order">What the table is sorted by, with a minus before it where the greatest comes first.</param>
/// <param name="Query">The same as a query of the registry.</param>
/// <param name="Metrics">The metrics that have columns, in their order.</param>
internal sealed record VersionView(string Order, ModelQuery Query, IReadOnlyList<string> Metrics)
{
    private const string Newest = "-version", MetricPrefix = "metric.";

    /// <summary>The name by which the address sorts by a metric.</summary>
    public static string SortOf(string metric) => MetricPrefix + metric;

    /// <summary>Reads an address.</summary>
    /// <param name="model">Model group.</param>
    /// <param name="sort">The order; null for the newest first.</param>
    /// <param name="metrics">Names of metrics with commas between them; null for the usual ones.</param>
    /// <param name="known">The metrics that there are.</param>
    public static VersionView Of(string model, string? sort, string? metrics, IReadOnlyList<string> known)
    {
        string order = sort is { Length: > 0 } ? sort : Newest;
        string by = order.TrimStart('-');
        ModelQuery query = new() { Model = model, Sort = ModelSort.Version, Descending = order.StartsWith('-') };
        query = by switch
        {
            "created" => query with { Sort = ModelSort.Created },
            _ when by.StartsWith(MetricPrefix, StringComparison.Ordinal) && by.Length > MetricPrefix.Length => query with { Sort = ModelSort.Metric, Metric = by[MetricPrefix.Length..] },
            _ => query,
        };
        if (query.Sort == ModelSort.Version && by != "version") (order, query) = (Newest, query with { Descending = true });
        return new VersionView(order, query, ColumnsOf(metrics, known));
    }

    /// <summary>What the address says of columns once one is added or taken away.</summary>
    public string Toggled(string metric) => string.Join(',', Metrics.Contains(metric) ? Metrics.Where(one => one != metric) : Metrics.Append(metric));

    /// <summary>The metrics of versions: those of the newest and of the champion, the headline metric first.</summary>
    public static IReadOnlyList<string> Known(params IEnumerable<ModelVersion?> versions)
    {
        string[] names = [.. versions.OfType<ModelVersion>().SelectMany(version => version.Metrics.Keys).Distinct()];
        string? headline = HeadlineMetric.Among(names)?.Name;
        return [.. names.OrderBy(name => name != headline)];
    }

    private static IReadOnlyList<string> ColumnsOf(string? metrics, IReadOnlyList<string> known) => metrics is null
        ? [.. known.Take(1), .. known.Skip(1).Where(name => name is "precision" or "recall" or "cost" or "rmse" or "r2" or "skill")]
        : [.. metrics.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(known.Contains)];
}
