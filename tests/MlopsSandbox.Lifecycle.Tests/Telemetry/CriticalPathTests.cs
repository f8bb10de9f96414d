using CsCheck;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public class CriticalPathTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static SpanOutline Span(string name, string? parent, double start, double? end, string kind = "internal") => new()
    {
        SpanId = name, ParentId = parent, Name = name, Kind = kind, StartedAt = Start.AddSeconds(start), EndedAt = end is { } seconds ? Start.AddSeconds(seconds) : null,
    };

    private static string[] PathOf(params SpanOutline[] spans)
    {
        TraceTree trace = TraceTree.Of(spans);
        return [.. CriticalPath.Of(trace).Select(step => FormattableString.Invariant($"{trace.Lines[step.Line].Span.Name} {step.From.TotalSeconds}-{step.To.TotalSeconds}{(step.IsWait ? " waits" : "")}"))];
    }

    [Fact]
    public void Of_SpansSideBySide_TheOneThatEndedLast() =>
        Assert.Equal(["run 0-1", "slow 1-8", "run 8-9"], PathOf(Span("run", null, 0, 9), Span("slow", "run", 1, 8), Span("quick", "run", 1, 3)));

    [Fact]
    public void Of_SpansOneAfterAnother_EachOfThem() =>
        Assert.Equal(["first 0-4", "second 4-6", "run 6-7", "third 7-10"],
            PathOf(Span("run", null, 0, 10), Span("first", "run", 0, 4), Span("second", "run", 4, 6), Span("third", "run", 7, 10), Span("beside", "run", 1, 5)));

    [Fact]
    public void Of_JobThatOutlivesWhatEnqueuedIt_TimeInTheQueueIsTheJobs() =>
        Assert.Equal(["enqueue 0-1", "process 1-3 waits", "stage 3-6"],
            PathOf(Span("run", null, 0, 6), Span("enqueue", "run", 0, 1, "producer"), Span("process", "enqueue", 3, 6, "consumer"), Span("stage", "process", 3, 6)));

    [Fact]
    public void Of_NextBeginsWhileTheLastOneSaysThatItIsDone_BothAreOnThePath() =>
        Assert.Equal(["ingest 0-5", "prep 5-9"], PathOf(Span("run", null, 0, 9), Span("ingest", "run", 0, 5.1), Span("prep", "run", 5, 9)));

    [Fact]
    public void Of_OpenSpan_CountsToWhatIsKnown() =>
        Assert.Equal(["run 0-2", "open 2-5"], PathOf(Span("run", null, 0, null), Span("open", "run", 2, null), Span("done", "run", 3, 5)));

    [Fact]
    public void Of_NoSpans_NoSteps() => Assert.Empty(PathOf());

    [Fact]
    public void Of_AnyTrace_CoversTheRootThatEndsLastWithoutGapOrOverlap() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 50], Gen.Int[0, 20]).Array[1, 40].Sample(numbers =>
        {
            TraceTree trace = TraceTree.Of([.. numbers.Select((number, i) => Span($"{i:d2}", i == 0 ? null : $"{number.Item1 % i:d2}", number.Item2, number.Item2 + number.Item3))]);
            IReadOnlyList<CriticalStep> steps = CriticalPath.Of(trace);
            TraceLine root = trace.Lines[trace.Roots().MaxBy(line => trace.Lines[line].LastEnd)];
            TimeSpan at = root.Offset;
            foreach (CriticalStep step in steps)
            {
                if (step.From != at || step.To <= step.From) return false;
                at = step.To;
            }
            return at == root.LastEnd;
        });
}
