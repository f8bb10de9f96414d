using System.Diagnostics.Metrics;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public class LifecycleMetricsTests
{
    [Fact]
    public void Measurements_HaveTheirNamesUnitsAndAttributes()
    {
        var heard = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == TelemetryNames.Source) to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.Start();

        LifecycleMetrics.StageEnded("metrics-test", TelemetryNames.Results.Success, TimeSpan.FromMilliseconds(1500));
        LifecycleMetrics.RunStarted("metrics-test");
        LifecycleMetrics.RunEnded("metrics-test");
        LifecycleMetrics.Predicted("metrics-test", modelVersion: 2, TimeSpan.FromMilliseconds(4));
        LifecycleMetrics.DriftScored("metrics-test", "monthly_charges", "psi", 0.31);
        LifecycleMetrics.RetrainDispatched("metrics-test", "drift");

        Assert.Equal([
            "mlops.stage.duration 1.5 s mlops.stage=metrics-test cicd.pipeline.task.run.result=success",
            "mlops.run.active 1 {run} cicd.pipeline.name=metrics-test",
            "mlops.run.active -1 {run} cicd.pipeline.name=metrics-test",
            "mlops.prediction.duration 0.004 s mlops.endpoint=metrics-test mlops.model.version=2",
            "mlops.drift.score 0.31 1 mlops.endpoint=metrics-test mlops.feature=monthly_charges mlops.drift.test=psi",
            "mlops.retrain.count 1 {run} mlops.endpoint=metrics-test mlops.cause.kind=drift",
        ], heard);

        void Hear(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var attributes = string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            var isOfThisTest = attributes.Contains("metrics-test", StringComparison.Ordinal);      // Other tests measure at the same time.
            if (isOfThisTest) heard.Add($"{instrument.Name} {value} {instrument.Unit} {attributes}");
        }
    }
}
