using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Metrics;

namespace MlopsSandbox.Web.Runs;

/// <summary>What a stage measured, beside what its trials did. Pure.</summary>
internal static class MetricLines
{
    // What people look for first; others follow by name.
    private static readonly string[] First = ["auc", "mae", "skill", "validationAuc", "validationMae", "rows", "features"];

    /// <summary>A line a metric.</summary>
    /// <param name="state">The stage.</param>
    /// <param name="currency">The scenario's currency; empty when it is not known.</param>
    public static IReadOnlyList<MetricLine> Of(ActivityState state, string currency = "")
    {
        StageExecutionRow[] trials = [.. state.Trials.Where(trial => trial.Status == ExecutionStatus.Succeeded)];
        IReadOnlyDictionary<string, double> own = state.Last?.Metrics ?? new Dictionary<string, double>();
        return
        [
            .. own.Keys.Concat(trials.SelectMany(trial => trial.Metrics.Keys)).Distinct(StringComparer.Ordinal)
                .OrderBy(name => Array.IndexOf(First, name) is var place && place < 0 ? First.Length : place).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => LineOf(name, currency, own, [.. trials.Where(trial => trial.Metrics.ContainsKey(name)).Select(trial => trial.Metrics[name])])),
        ];
    }

    private static MetricLine LineOf(string name, string currency, IReadOnlyDictionary<string, double> own, double[] trials)
    {
        MetricLook look = MetricLook.Of(name);
        return new MetricLine(name, look.UnitIn(currency), own.TryGetValue(name, out double value) ? value : null)
        {
            Least = trials.Length == 0 ? null : trials.Min(),
            Greatest = trials.Length == 0 ? null : trials.Max(),
            Best = look.BestAmong(trials),
        };
    }
}
