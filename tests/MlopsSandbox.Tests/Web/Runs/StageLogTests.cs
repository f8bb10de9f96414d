using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class StageLogTests
{
    [Fact]
    public void Of_AStagesSpans_HasTheirEventsInOrderOfTime()
    {
        IReadOnlyList<StageLogLine> log = StageLog.Of([Span("stage", "run", 2, "retry"), Span("fit", "stage", 1, "exception")]);

        Assert.Equal([("exception", "fit", true), ("retry", "stage", false)], log.Select(line => (line.Name, line.Span, line.IsFailure)));
    }

    private static SpanRecord Span(string id, string? parent, double seconds = 0, string? happened = null) => new()
    {
        TraceId = "t",
        SpanId = id,
        ParentId = parent,
        Name = id,
        Kind = "internal",
        Source = "s",
        StartedAt = SomeRun.Start,
        Status = SpanStatus.Unset,
        Owner = "o",
        Events = happened is null ? [] : [new SpanEventRecord(happened, SomeRun.Start.AddSeconds(seconds), new Dictionary<string, System.Text.Json.JsonElement>())],
    };
}
