using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Runs;

/// <summary>What a stage's spans noted while it worked. Pure.</summary>
internal static class StageLog
{
    /// <summary>Events of a span and of all below it, by time.</summary>
    /// <param name="spans">The run's trace.</param>
    /// <param name="spanIds">The stage's spans, a try each.</param>
    public static IReadOnlyList<StageLogLine> Of(IReadOnlyList<SpanRecord> spans, IReadOnlyCollection<string> spanIds)
    {
        ILookup<string?, SpanRecord> below = spans.ToLookup(span => span.ParentId, StringComparer.Ordinal);
        return [.. spans.Where(span => spanIds.Contains(span.SpanId)).SelectMany(span => With(span, below)).DistinctBy(span => span.SpanId)
            .SelectMany(span => span.Events.Select(happened => LineOf(span, happened))).OrderBy(line => line.At)];
    }

    private static IEnumerable<SpanRecord> With(SpanRecord span, ILookup<string?, SpanRecord> below) => below[span.SpanId].SelectMany(child => With(child, below)).Prepend(span);

    private static StageLogLine LineOf(SpanRecord span, SpanEventRecord happened) => new(happened.At, span.Name, happened.Name,
        string.Join(", ", happened.Attributes.Where(attribute => attribute.Key != "exception.stacktrace").Select(attribute => $"{attribute.Key} {attribute.Value}")),
        happened.Name == "exception");
}
