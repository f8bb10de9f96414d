using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class TraceTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Run_WithTrials_IsOneTreeThroughTheJobs()
    {
        TestProcess process = _home.NewProcess();
        string run = process.StartRun(new Flow("traced").Work("a").Tune("tune").Arrows("a>tune"));
        await SettleWithTraces(process);
        Dictionary<string, Activity> spans = SpansOf(process.Show(run));
        Assert.Single(spans.Values, span => span.ParentSpanId == default);
        Assert.All(spans.Values.Where(span => span.ParentSpanId != default), span => Assert.Contains(span.ParentSpanId.ToHexString(), spans.Keys));
        Assert.Equal("run traced > enqueue work > process work > stage work", PathTo(spans, "stage work"));
        Assert.Equal("run traced > enqueue tune > process tune > stage tune > enqueue tune > process tune > trial 3", PathTo(spans, "trial 3"));
    }

    [Fact]
    public async Task Run_CausedByADriftCheck_IsATraceOfItsOwnThatLinksToIt()
    {
        _home.Stages.On("check", (context, _) => FakeStages.Done(context, "check") with
        {
            Effects = [new DriftChecked("telco-churn", true, JsonSerializer.SerializeToElement(new { rows = 60 }), "retrain", "drift", null, null)],
        });
        TestProcess process = _home.NewProcess().Knows(new Flow("child").Work("c"));
        string monitor = process.StartRun(new Flow("monitor").Work("check").Dispatch("retrain", "child", waits: true).Arrows("check>retrain"));
        await SettleWithTraces(process);
        Activity check = SpansOf(process.Show(monitor)).Values.Single(span => span.OperationName == "stage work");
        Activity retrain = SpansOf(process.Show("child-0001")).Values.Single(span => span.OperationName == "run child");
        Assert.NotEqual(check.TraceId, retrain.TraceId);
        Assert.Equal(check.SpanId, Assert.Single(retrain.Links).Context.SpanId);
    }

    private async Task SettleWithTraces(TestProcess process)
    {
        do
        {
            while (process.Dispatcher.DispatchPending() > 0) { }
            foreach (RecordedJob job in _home.Jobs.Waiting())
            {
                process.Bridge.StageJob.Run(job.Key.RunId, job.Key.ExecutionId, job.Key.Ordinal, job.Key.Attempt, job.Trace, job: null, CancellationToken.None);
                _home.Jobs.Remove(job);
            }
        }
        while (process.Dispatcher.DispatchPending() > 0 || _home.Jobs.Next() is not null);
    }

    private Dictionary<string, Activity> SpansOf(RunRow run) =>
        _spans.Where(span => span.TraceId.ToHexString() == run.TraceId).ToDictionary(span => span.SpanId.ToHexString());

    private static string PathTo(Dictionary<string, Activity> spans, string name)
    {
        List<string> path = [];
        for (Activity? span = spans.Values.First(span => span.OperationName == name); span is not null; span = spans.GetValueOrDefault(span.ParentSpanId.ToHexString()))
            path.Insert(0, span.OperationName);
        return string.Join(" > ", path);
    }
}
