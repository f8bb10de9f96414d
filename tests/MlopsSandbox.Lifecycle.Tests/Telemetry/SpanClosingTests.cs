using System.Diagnostics;
using MlopsSandbox.Lifecycle.Telemetry;
using OpenTelemetry.Trace;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public sealed class SpanClosingTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TelemetryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void CloseInterrupted_DeadProcess_EndsItsOpenSpansAtItsLastSignOfLife()
    {
        var process = _file.Process("dead");
        var root = Open("run", Start, default);
        var done = Open("stage ingest", Start.AddSeconds(1), root.Context);
        done.SetEndTime(Start.UtcDateTime.AddSeconds(4));
        done.Dispose();
        Open("stage train", Start.AddSeconds(3), root.Context);
        process.ForceFlush();

        using var closing = _file.Closing();
        Assert.Equal(["dead"], _file.Reader().OpenOwners());
        Assert.Equal(0, closing.CloseInterrupted(["somebody else"]));
        Assert.Equal(2, closing.CloseInterrupted(["dead"]));
        Assert.Equal(0, closing.CloseInterrupted(["dead"]));
        Assert.Empty(_file.Reader().OpenOwners());

        var spans = _file.Reader().Trace(root.TraceId.ToHexString());
        Assert.Equal([SpanStatus.Interrupted, SpanStatus.Unset, SpanStatus.Interrupted], spans.Select(span => span.Status));
        Assert.All(spans, span => Assert.Equal(Start.AddSeconds(4), span.EndedAt));
        Assert.Equal(TelemetryNames.Events.Interrupted, Assert.Single(spans[2].Events).Name);
    }

    [Fact]
    public void CloseRun_AfterInterruption_TellsTheRunsOwnEnd()
    {
        var process = _file.Process("dead");
        var root = Open("run", Start, default);
        process.ForceFlush();
        using var closing = _file.Closing();
        closing.CloseInterrupted(["dead"]);
        Assert.True(closing.CloseRun(root.TraceId.ToHexString(), root.SpanId.ToHexString(), Start.AddHours(1), SpanStatus.Ok));
        var read = Assert.Single(_file.Reader().Trace(root.TraceId.ToHexString()));
        Assert.Equal((Start.AddHours(1), SpanStatus.Ok), (read.EndedAt!.Value, read.Status));
        Assert.False(closing.CloseRun(root.TraceId.ToHexString(), "0000000000000000", Start, SpanStatus.Ok));
    }

    [Fact]
    public void CloseRun_SpanEndsLater_KeepsTheRunsOwnEnd()
    {
        var process = _file.Process("alive");
        var root = Open("run", Start, default);
        process.ForceFlush();
        using var closing = _file.Closing();
        closing.CloseRun(root.TraceId.ToHexString(), root.SpanId.ToHexString(), Start.AddMinutes(5), SpanStatus.Error);
        root.SetEndTime(Start.UtcDateTime.AddMinutes(9));
        root.SetTag("late", 1);
        root.Dispose();
        process.ForceFlush();
        var read = Assert.Single(_file.Reader().Trace(root.TraceId.ToHexString()));
        Assert.Equal((Start.AddMinutes(5), SpanStatus.Error), (read.EndedAt!.Value, read.Status));
        Assert.Equal(1, read.Attributes["late"].GetInt32());
    }

    private Activity Open(string name, DateTimeOffset at, ActivityContext parent)
    {
        Activity.Current = null;
        return _file.Source.StartActivity(name, ActivityKind.Consumer, parent, startTime: at)!;
    }
}
