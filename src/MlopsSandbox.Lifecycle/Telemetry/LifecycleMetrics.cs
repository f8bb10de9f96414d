using System.Diagnostics;
using System.Diagnostics.Metrics;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Measures what the lifecycle does; units in <see cref="Metrics"/>.</summary>
public static class LifecycleMetrics
{
    private static readonly Meter Meter = new(TelemetryNames.Source);

    private static readonly Histogram<double> StageDuration =
        Meter.CreateHistogram<double>(Metrics.StageDuration, "s", "Duration of a stage's own work, without waiting in the queue.");

    private static readonly UpDownCounter<long> RunActive =
        Meter.CreateUpDownCounter<long>(Metrics.RunActive, "{run}", "Runs that have started and not ended.");

    private static readonly Histogram<double> PredictionDuration =
        Meter.CreateHistogram<double>(Metrics.PredictionDuration, "s", "Duration of an endpoint's answer.");

    private static readonly Gauge<double> DriftScore =
        Meter.CreateGauge<double>(Metrics.DriftScore, "1", "Last score of a drift check.");

    private static readonly Counter<long> RetrainCount =
        Meter.CreateCounter<long>(Metrics.RetrainCount, "{run}", "Retrain runs that were dispatched.");

    /// <summary>A stage execution has ended, with one of <see cref="Results"/>.</summary>
    public static void StageEnded(string stage, string result, TimeSpan duration) =>
        StageDuration.Record(duration.TotalSeconds, new TagList { { Attributes.Stage, stage }, { Attributes.TaskRunResult, result } });

    /// <summary>A run has started in this process.</summary>
    public static void RunStarted(string workflow) => RunActive.Add(1, new KeyValuePair<string, object?>(Attributes.PipelineName, workflow));

    /// <summary>A run that <see cref="RunStarted"/> counted has ended.</summary>
    public static void RunEnded(string workflow) => RunActive.Add(-1, new KeyValuePair<string, object?>(Attributes.PipelineName, workflow));

    /// <summary>An endpoint has answered.</summary>
    public static void Predicted(string endpoint, int modelVersion, TimeSpan duration) =>
        PredictionDuration.Record(duration.TotalSeconds, new TagList { { Attributes.Endpoint, endpoint }, { Attributes.ModelVersion, modelVersion } });

    /// <summary>A drift check has a score.</summary>
    public static void DriftScored(string endpoint, string feature, string test, double score) =>
        DriftScore.Record(score, new TagList { { Attributes.Endpoint, endpoint }, { Attributes.Feature, feature }, { Attributes.DriftTest, test } });

    /// <summary>A retrain run was dispatched because of <c>drift</c> or <c>quality</c>.</summary>
    public static void RetrainDispatched(string endpoint, string cause) =>
        RetrainCount.Add(1, new TagList { { Attributes.Endpoint, endpoint }, { Attributes.CauseKind, cause } });
}
