using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;
using MlopsSandbox.Web.Metrics;

namespace MlopsSandbox.Web.Home;

/// <summary>What a stage made, in a few words.</summary>
internal static class StageLine
{
    /// <summary>Of all executions of one stage in a run; empty when none of them has measured anything.</summary>
    public static string Of(string stage, IReadOnlyList<StageExecutionRow> executions)
    {
        StageExecutionRow[] ended = [.. executions.Where(one => one.Trial is null && one.Status == ExecutionStatus.Succeeded)];
        if (ended.Length == 0) return "";
        IReadOnlyDictionary<string, double> metrics = ended[^1].Metrics;
        return stage switch
        {
            "ingest" => Joined(Counted(metrics, "rows", "rows"), metrics.TryGetValue("positiveShare", out double share) ? FormattableString.Invariant($"{share:0 %} positive") : null),
            "prep" => Joined(Counted(metrics, "features", "features"), metrics.TryGetValue("slots", out double slots) ? $"{Figures.Count((long)slots)} columns" : null),
            "train" => Joined(FormattableString.Invariant($"{ended.Length} fits"), Best(ended)),
            "tune" => Joined(Counted(metrics, "trials", "trials"), Best(ended)),
            "evaluate" => Joined(ended[^1].Outcome?.ToLowerInvariant(), MetricLook.Quality(metrics)),
            _ => ended[^1].Outcome is { } outcome && outcome != "Done" ? outcome.ToLowerInvariant() : "",
        };
    }

    private static string? Best(StageExecutionRow[] ended)
    {
        if (HeadlineMetric.Among(ended.SelectMany(one => one.Metrics.Keys)) is not { } headline) return null;
        double[] values = [.. ended.Where(one => one.Metrics.ContainsKey(headline.OfValidation)).Select(one => one.Metrics[headline.OfValidation])];
        return values.Length == 0 ? null : $"best {MetricLook.Of(headline.Name).Title} {Figures.Measure(headline.MoreIsBetter ? values.Max() : values.Min())} on validation rows";
    }

    private static string? Counted(IReadOnlyDictionary<string, double> metrics, string name, string unit) =>
        metrics.TryGetValue(name, out double count) ? $"{Figures.Count((long)count)} {unit}" : null;

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
