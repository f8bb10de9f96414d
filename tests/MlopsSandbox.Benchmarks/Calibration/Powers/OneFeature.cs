using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;
using Column = MlopsSandbox.Lifecycle.Ingest.Column;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>A default check of a single feature, at the level that it has among twenty.</summary>
internal static class OneFeature
{
    public static bool Drifted(Column baseline, Column window) =>
        DriftCheck.Run(
            new DriftCheckSettings { Alpha = Power.Level, MinimumRows = 1, Watches = [WatchedPart.Features] },
            Baseline.From(Rows(baseline), [0.5], [true]),
            new MonitorWindow(default, default, Rows(window), [0.5]),
            new LabelledWindow([], Array.Empty<bool>())).Measures.Any(measure => measure.Drifted);

    private static Lifecycle.Ingest.Table Rows(Column column)
    {
        var rows = column switch { NumericColumn number => number.Values.Length, CategoricalColumn text => text.Values.Length, _ => 0 };
        return new Lifecycle.Ingest.Table([.. Enumerable.Range(0, rows)], [column], new double[rows]);
    }
}
