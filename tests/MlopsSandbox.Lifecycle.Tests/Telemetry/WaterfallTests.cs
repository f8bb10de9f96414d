using CsCheck;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public class WaterfallTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static SpanRecord Span(string id, string? parent, double start, double? end, string kind = "internal") => new()
    {
        TraceId = "trace",
        SpanId = id,
        ParentId = parent,
        Name = id,
        Kind = kind,
        Source = "test",
        StartedAt = Start.AddSeconds(start),
        EndedAt = end is { } seconds ? Start.AddSeconds(seconds) : null,
        Status = SpanStatus.Unset,
        Owner = "process-1",
    };

    private static (int, string, double, double) Line(WaterfallRow row) => (row.Depth, row.Name, row.Offset.TotalSeconds, row.Duration.TotalSeconds);

    [Fact]
    public void Of_RunWithTwoStages_ParentsAboveChildrenBySiblingsStart()
    {
        var rows = Waterfall.Of([
            Span("train", "process train", 4, 7),
            Span("process train", "run", 3, 8, "consumer"),
            Span("run", null, 1, null),
            Span("ingest", "run", 1.5, 2),
        ]);
        Assert.Equal([(0, "run", 0, 7), (1, "ingest", 0.5, 0.5), (1, "process train", 2, 5), (2, "train", 3, 3)], rows.Select(Line));
        Assert.Equal([true, false, false, false], rows.Select(row => row.IsOpen));
        Assert.Equal("consumer", rows[2].Kind);
    }

    [Fact]
    public void Orphans_ParentMissing_Named()
    {
        SpanRecord[] spans = [Span("run", null, 0, 9), Span("lost", "never written", 1, 2), Span("child", "lost", 1, 2)];
        Assert.Equal("lost", Assert.Single(Waterfall.Orphans(spans)).Name);
        Assert.Equal([(0, "run", 0, 9), (0, "lost", 1, 1), (1, "child", 1, 1)], Waterfall.Of(spans).Select(Line));
    }

    [Fact]
    public void Of_NoSpans_NoRows() => Assert.Empty(Waterfall.Of([]));

    [Fact]
    public void Of_AnyTree_EachSpanOnceWhateverTheOrder() =>
        Gen.Int[0, 1_000_000].Array[1, 30].Select(Gen.Int).Sample((numbers, seed) =>
        {
            var spans = numbers.Select((number, i) => Span($"{i:d2}", i == 0 ? null : $"{number % i:d2}", i, i + (number % 7))).ToArray();
            var shuffled = spans.ToArray();
            new Random(seed).Shuffle(shuffled);
            var rows = Waterfall.Of(shuffled);
            Assert.Equal(Waterfall.Of(spans).Select(Line), rows.Select(Line));
            Assert.Equal(spans.Length, rows.Select(row => row.Span.SpanId).Distinct().Count());
            Assert.All(rows.Skip(1), row => Assert.Contains(rows, above => above.Span.SpanId == row.Span.ParentId && above.Depth == row.Depth - 1));
        });
}
