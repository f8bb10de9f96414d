using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Report;
using MlopsSandbox.Web.Metrics;
using MlopsSandbox.Web.Plots;

namespace MlopsSandbox.Web.Runs.Previews;

/// <summary>The trials of a stage as a plot. Pure.</summary>
internal static class TrialPlots
{
    /// <summary>The metric that trials are held against each other by; null when none has measured it.</summary>
    public static string? Metric(ActivityState state) =>
        state.Trials.Select(trial => HeadlineMetric.Among(trial.Metrics.Keys)?.OfValidation is { } name && trial.Metrics.ContainsKey(name) ? name : null).FirstOrDefault(name => name is not null);

    /// <summary>Ordinals of the trials whose model the stage took: one, or several that made the same.</summary>
    public static IReadOnlyCollection<int> Chosen(ActivityState state, string metric) => [.. Points(state, metric).Where(trial => trial.Chosen).Select(trial => trial.Ordinal)];

    /// <summary>A dot a trial, and the best so far; null before one has ended.</summary>
    public static PlotSpec? Of(ActivityState state, string metric)
    {
        TrialPoint[] trials = [.. Points(state, metric)];
        if (trials.Length == 0) return null;
        MetricLook look = MetricLook.Of(metric);
        double best = trials[0].Value;
        return new PlotSpec
        {
            Title = $"{metric} by trial",
            X = new PlotAxis("trial") { Min = 0, Max = trials.Max(trial => trial.Ordinal) + 2 },
            Y = new PlotAxis(metric, look.Unit),
            Series =
            [
                new PlotSeries("trials", SeriesShape.Points, [.. trials.Where(trial => !trial.Chosen).Select(PointOf)]),
                new PlotSeries("chosen", SeriesShape.Points, [.. trials.Where(trial => trial.Chosen).Select(PointOf)]),
                new PlotSeries("best so far", SeriesShape.Step, [.. trials.Select(trial => new PlotPoint(trial.Ordinal + 1, best = look.BestAmong([best, trial.Value]) ?? trial.Value))]),
            ],
        };
    }

    /// <summary>A trial's settings in a line.</summary>
    public static string Settings(StageExecutionRow trial) => RunFigures.SettingsOf(trial);

    private static IEnumerable<TrialPoint> Points(ActivityState state, string metric) => RunFigures.TrialsOf([.. state.Attempts, .. state.Trials], metric);

    private static PlotPoint PointOf(TrialPoint trial) => new(trial.Ordinal + 1, trial.Value);
}
