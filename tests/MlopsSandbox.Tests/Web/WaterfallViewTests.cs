using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Web.Components;
using MlopsSandbox.Web.Traces;

namespace MlopsSandbox.Tests.Web;

public sealed class WaterfallViewTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static SpanOutline Span(string id, string? parent, double start, double end, string kind = "internal", SpanStatus status = SpanStatus.Unset, string? name = null) => new()
    {
        SpanId = id, ParentId = parent, Name = name ?? id, Kind = kind, StartedAt = Start.AddSeconds(start), EndedAt = Start.AddSeconds(end), Status = status,
    };

    private static readonly TraceTree Job = TraceTree.Of([Span("run", null, 0, 8), Span("enqueue", "run", 0, 1, "producer"), Span("process", "enqueue", 3, 8, "consumer"), Span("stage", "process", 4, 8, status: SpanStatus.Error)]);

    [Fact]
    public void Bars_StandWhereTheirTimeIs_WithTheWaitInTheQueueApart()
    {
        WaterfallView view = new(Job);
        Assert.Equal(["--a:0;--b:1", "--a:0;--b:0.125", "--a:0.375;--b:0.625", "--a:0.5;--b:0.5"], Enumerable.Range(0, 4).Select(view.Bar));
        Assert.Equal([null, null, "--a:0.125;--b:0.25", null], Enumerable.Range(0, 4).Select(view.Queue));
        Assert.Equal(2, view.WaitedSeconds);
        Assert.Equal([0, 1, 3, 4], Enumerable.Range(0, 4).Select(line => view.CriticalTime(line).TotalSeconds));
    }

    [Fact]
    public void Unfolded_HidesWhatIsBelowFoldedLinesAndNothingElse()
    {
        WaterfallView view = new(Job);
        Assert.Equal([0, 1, 2, 3], view.Unfolded(new HashSet<string>()));
        Assert.Equal([0, 1], view.Unfolded(new HashSet<string> { "enqueue", "process" }));
        Assert.Equal([0], view.Unfolded(new HashSet<string> { "run" }));
    }

    [Fact]
    public void Unfolded_AfterASpanThatIsToldLate_HidesWhatItHidBefore()
    {
        SpanOutline[] told = [Span("run", null, 0, 8), Span("train", "run", 2, 4), Span("fit", "train", 2, 3)];
        WaterfallView before = new(TraceTree.Of(told)), after = new(TraceTree.Of([.. told, Span("ingest", "run", 0, 1)]));

        Assert.Equal(["run", "train"], Shown(before));
        Assert.Equal(["run", "ingest", "train"], Shown(after));

        static IEnumerable<string> Shown(WaterfallView view) => view.Unfolded(new HashSet<string> { "train" }).Select(line => view.Trace.Lines[line].Span.SpanId);
    }

    [Fact]
    public void Map_OfFiftyThousandSpans_IsAFewStrokes()
    {
        Minimap map = Minimap.Of(TraceTree.Of([Span("root", null, 0, 50_000), .. Enumerable.Range(0, 50_000).Select(i => Span($"{i:d5}", "root", i, i + 1))]));
        Assert.Equal(48, map.Lanes);
        Assert.InRange(map.Work.Length, 48, 48 * 100);
        Assert.Equal("", map.Failed);
    }

    [Fact]
    public void Map_TellsJobsWorkAndFailuresApart() =>
        Assert.Equal((4, "M0 1.5H63M187 2.5H500", "M0 0.5H500", "M250 3.5H500"), Minimap.Of(Job) is var map ? (map.Lanes, map.Jobs, map.Work, map.Failed) : default);

    [Fact]
    public void Comparison_OfTwoTraces_GroupsByNamesFromTheRootWithWhatDiffersMostFirst()
    {
        TraceTree one = TraceTree.Of([Span("run", null, 0, 10), Span("a", "run", 0, 2, name: "fit"), Span("b", "run", 2, 6, name: "fit"), Span("gone", "run", 6, 7)]);
        TraceTree other = TraceTree.Of([Span("run", null, 0, 20), Span("a", "run", 0, 2, name: "fit"), Span("b", "run", 2, 3, name: "fit", status: SpanStatus.Error), Span("c", "run", 3, 9, name: "fit")]);

        IReadOnlyList<ComparedGroup> groups = TraceComparison.Of(one, other);

        Assert.Equal(["run 10", "run/fit 3", "run/gone -1"], groups.Select(group => FormattableString.Invariant($"{string.Join('/', group.Path)} {group.Difference.TotalSeconds}")));
        Assert.Equal(new SpanGroup(2, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(3), 0), groups[1].A);
        Assert.Equal(new SpanGroup(3, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(2), 1), groups[1].B);
        Assert.Null(groups[2].B);
    }
}
