using System.Diagnostics;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public sealed class LifecycleSpansTests : IDisposable
{
    private readonly TelemetryFile _file = new();

    public LifecycleSpansTests() => _file.LibraryProcess("process-1");

    public void Dispose() => _file.Dispose();

    [Fact]
    public void StartRun_InsideAnotherSpan_NewTraceAndTheOldSpanStaysCurrent()
    {
        using var outer = _file.Source.StartActivity("outer")!;
        var cause = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var run = LifecycleSpans.StartRun("monitor", "monitor-0002", LifecycleSpans.Link(cause, TelemetryNames.Links.DriftCheck))!;
        Assert.NotEqual(outer.TraceId, run.TraceId);
        Assert.Equal(default, run.ParentSpanId);
        Assert.Same(outer, Activity.Current);
        Assert.Equal(cause, Assert.Single(run.Links).Context);
        Assert.Equal("monitor-0002", run.GetTagItem("cicd.pipeline.run.id"));
    }

    [Fact]
    public void EnqueueAndProcess_AreMessages()
    {
        using var run = LifecycleSpans.StartRun("lifecycle", "lifecycle-0003")!;
        using var enqueue = LifecycleSpans.Enqueue("prep", "stages", run.Context)!;
        using var process = LifecycleSpans.Process("prep", "stages", "12", enqueue.Context)!;
        Assert.Equal((ActivityKind.Producer, ActivityKind.Consumer), (enqueue.Kind, process.Kind));
        Assert.Equal((run.SpanId, enqueue.SpanId), (enqueue.ParentSpanId, process.ParentSpanId));
        Assert.Equal(["hangfire", "process", "process", "stages", "12"], process.TagObjects
            .Where(tag => tag.Key.StartsWith("messaging.", StringComparison.Ordinal)).Select(tag => tag.Value));
    }
}
