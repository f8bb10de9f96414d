using System.Globalization;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public class TraceTreeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static SpanOutline Span(string name, string? parent, double start, double? end, string kind = "internal") => new()
    {
        SpanId = name, ParentId = parent, Name = name, Kind = kind, StartedAt = Start.AddSeconds(start), EndedAt = end is { } seconds ? Start.AddSeconds(seconds) : null,
    };

    [Fact]
    public void Of_RunWithAJob_ParentsAboveChildrenWithWhatIsBelowAndTheTimeInTheQueue()
    {
        TraceTree trace = TraceTree.Of([
            Span("stage", "process", 4, 7), Span("process", "enqueue", 3, 8, "consumer"), Span("enqueue", "run", 1, 1.5, "producer"), Span("run", null, 0, 9), Span("lost", "never written", 2, 3),
        ]);
        Assert.Equal([("run", 0, 3, 0), ("enqueue", 1, 2, 0), ("process", 2, 1, 1.5), ("stage", 3, 0, 0), ("lost", 0, 0, 0)],
            trace.Lines.Select(line => (line.Span.Name, line.Depth, line.Below, line.Queue.TotalSeconds)));
        Assert.Equal([8.0, 7], new[] { 1, 3 }.Select(line => trace.Lines[line].LastEnd.TotalSeconds));
        Assert.Equal([0, 4], trace.Roots());
        Assert.Equal([1], trace.Children(0));
        Assert.Equal(2, trace.Find("process"));
        Assert.Equal(-1, trace.Find("nobody"));
    }

    [Fact]
    public void Of_ChainOfFiftyThousand_NoStackIsTooShallow()
    {
        TraceTree trace = TraceTree.Of([.. Enumerable.Range(0, 50_000).Select(i => Span($"{i:d5}", i == 0 ? null : (i - 1).ToString("d5", CultureInfo.InvariantCulture), i, 60_000))]);
        Assert.Equal(49_999, trace.Lines[^1].Depth);
        Assert.Equal(50_000, CriticalPath.Of(trace).Count);
    }
}
