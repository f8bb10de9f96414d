using System.Diagnostics;
using MlopsSandbox.Lifecycle.Telemetry;
using OpenTelemetry.Trace;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public sealed class TelemetryProcessorTests : IDisposable
{
    private readonly TelemetryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void OnEnd_EverythingOfASpan_IsRead()
    {
        var process = _file.Process("process-1");
        var linked = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        var started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
        var span = _file.Source.StartActivity("fit sdca", ActivityKind.Client, default(ActivityContext),
            [new("mlops.trainer", "sdca"), new("mlops.metric.auc", 0.84), new("mlops.attempt", 2), new("nan", double.NaN), new("folds", new[] { 1, 2 })],
            [LifecycleSpans.Link(linked, TelemetryNames.Links.DriftCheck)], started)!;
        span.Fail(new InvalidOperationException("label has one class"), "label-one-class");
        span.SetEndTime(started.UtcDateTime.AddMilliseconds(1500));
        span.Dispose();
        Assert.True(process.ForceFlush());

        var read = Assert.Single(_file.Reader().Trace(span.TraceId.ToHexString()));
        Assert.Equal(("fit sdca", "client", _file.Source.Name, "process-1"), (read.Name, read.Kind, read.Source, read.Owner));
        Assert.Equal((started, started.AddMilliseconds(1500)), (read.StartedAt, read.EndedAt!.Value));
        Assert.Equal((SpanStatus.Error, "label has one class"), (read.Status, read.StatusMessage));
        Assert.Equal(["\"sdca\"", "0.84", "2", "\"NaN\"", "[1,2]", "\"label-one-class\""], read.Attributes.Values.Select(value => value.GetRawText()));
        Assert.Equal("exception", Assert.Single(read.Events).Name);
        Assert.Equal("System.InvalidOperationException", read.Events[0].Attributes["exception.type"].GetString());
        var link = Assert.Single(read.Links);
        Assert.Equal((linked.TraceId.ToHexString(), linked.SpanId.ToHexString(), "drift-check"),
            (link.TraceId, link.SpanId, link.Attributes["mlops.link.kind"].GetString()));
    }

    [Fact]
    public void OnStart_RootAndProducer_AreInTheFileAtOnce()
    {
        _file.LibraryProcess("process-1");
        using var run = LifecycleSpans.StartRun("lifecycle", "lifecycle-0001")!;
        Assert.Equal("run lifecycle", Assert.Single(_file.Reader().Trace(run.TraceId.ToHexString())).Name);
        using var enqueue = LifecycleSpans.Enqueue("ingest", "stages", run.Context)!;
        Assert.Equal(["run lifecycle", "enqueue ingest"], _file.Reader().Trace(run.TraceId.ToHexString()).Select(span => span.Name));
        Assert.All(_file.Reader().Trace(run.TraceId.ToHexString()), span => Assert.Null(span.EndedAt));
    }

    [Fact]
    public void Trace_JobInAnotherProcess_OneTreeWithoutOrphans()
    {
        var first = _file.LibraryProcess("process-1");
        using var run = LifecycleSpans.StartRun("lifecycle", "lifecycle-0001")!;
        IReadOnlyDictionary<string, string> job;
        using (var enqueue = LifecycleSpans.Enqueue("train", "stages", run.Context)!) job = TraceCarrier.Inject(enqueue.Context);
        using (LifecycleSpans.Process("train", "stages", "17", TraceCarrier.Extract(job)))
        using (LifecycleSpans.Stage("train", "MlopsSandbox.Train", "train-sdca", "train-sdca#1", "lifecycle-0001", attempt: 1))
        {
            using (LifecycleSpans.Fit("sdca")) { }
            using (LifecycleSpans.Trial(3, "tune#1", "lifecycle-0001")) { }
        }
        run.Dispose();
        first.ForceFlush();

        var tree = Assert.Single(_file.Reader().Tree(run.TraceId.ToHexString()));
        Assert.Equal("run lifecycle(enqueue train(process train(stage train(fit sdca,trial 3))))", Text(tree));
        Assert.Empty(Waterfall.Orphans(_file.Reader().Trace(run.TraceId.ToHexString())));
    }

    [Fact]
    public void OnStart_ThousandNestedSpans_ParentsAreWrittenBeforeChildren()
    {
        var process = _file.Process("process-1");
        var open = Enumerable.Range(0, 1000).Select(depth => _file.Source.StartActivity($"depth {depth}", ActivityKind.Consumer)!).ToList();
        process.ForceFlush();
        var spans = _file.Reader().Trace(open[0].TraceId.ToHexString());
        Assert.Equal(1000, spans.Count);
        Assert.Empty(Waterfall.Orphans(spans));
        open.Reverse();
        open.ForEach(span => span.Dispose());
    }

    [Fact]
    public void Dispose_WritesWhatWaits()
    {
        var process = _file.Process("process-1");
        var span = _file.Source.StartActivity("stage ingest", ActivityKind.Consumer)!;
        span.Dispose();
        process.Dispose();
        Assert.NotNull(Assert.Single(_file.Reader().Trace(span.TraceId.ToHexString())).EndedAt);
    }

    private static string Text(SpanNode node) =>
        node.Span.Name + (node.Children.Count == 0 ? "" : $"({string.Join(",", node.Children.Select(Text))})");
}
