using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Runs;

/// <summary>What a stage's spans noted while it worked. Pure.</summary>
internal static class StageLog
{
    /// <summary>The events of spans, by time.</summary>
    /// <param name="spans">The stage's spans, and those below them.</param>
    public static IReadOnlyList<StageLogLine> Of(IEnumerable<SpanRecord> spans) =>
        [.. spans.SelectMany(span => span.Events.Select(happened => LineOf(span, happened))).OrderBy(line => line.At)];

    private static StageLogLine LineOf(SpanRecord span, SpanEventRecord happened) => new(happened.At, span.Name, happened.Name,
        string.Join(", ", happened.Attributes.Where(attribute => attribute.Key != "exception.stacktrace").Select(attribute => $"{attribute.Key} {attribute.Value}")),
        happened.Name == "exception");
}
