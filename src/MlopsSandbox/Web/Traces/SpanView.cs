using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Web.Traces;

/// <summary>All that a trace's page shows of one span.</summary>
public sealed record SpanView
{
    private const int MostLinks = 8, MostLinkingSpans = 400;

    /// <summary>The span.</summary>
    public required SpanRecord Span { get; init; }
    /// <summary>Pages of what it is about.</summary>
    public required IReadOnlyList<SpanDoor> Doors { get; init; }
    /// <summary>Spans of other traces that it links to.</summary>
    public required IReadOnlyList<SpanDoor> LinksTo { get; init; }
    /// <summary>Spans of other traces that link to it, the newest first: one a trace and kind of link, with how many more there are, at most eight.</summary>
    public required IReadOnlyList<SpanDoor> LinksFrom { get; init; }
    /// <summary>Its events, and what the journal says of its stage.</summary>
    public required IReadOnlyList<SpanLine> Log { get; init; }

    /// <summary>Reads one; null when it is not here.</summary>
    internal static SpanView? Read(TelemetryReader telemetry, CatalogTransaction catalog, string traceId, string spanId)
    {
        if (telemetry.Span(traceId, spanId) is not { } span) return null;
        SpanRecord? parent = span.ParentId is { } above ? telemetry.Span(traceId, above) : null;
        string? job = SpanDoor.Attribute(span, Attributes.MessagingMessageId) ?? (parent is null ? null : SpanDoor.Attribute(parent, Attributes.MessagingMessageId));
        return new SpanView
        {
            Span = span,
            Doors = SpanDoor.Of(span, telemetry.RunOf(traceId), job),
            LinksTo = [.. span.Links.Select(link => DoorTo(telemetry, link))],
            LinksFrom = DoorsFrom(telemetry, traceId, spanId),
            Log = [.. span.Events.Select(LineOf), .. Journal(catalog, span)],
        };
    }

    /// <summary>The address of a span in its trace.</summary>
    internal static string Address(string traceId, string spanId) => $"/traces/{Uri.EscapeDataString(traceId)}?span={Uri.EscapeDataString(spanId)}";

    private static SpanDoor DoorTo(TelemetryReader telemetry, SpanLinkRecord link)
    {
        string name = telemetry.Span(link.TraceId, link.SpanId)?.Name ?? "a span that is not in this home";
        return new SpanDoor(TraceWords.LinkTo(link), InRun(name, telemetry.RunOf(link.TraceId)), Address(link.TraceId, link.SpanId));
    }

    // A check of twenty features links twenty times.
    private static SpanDoor[] DoorsFrom(TelemetryReader telemetry, string traceId, string spanId) =>
    [
        .. (from linking in telemetry.LinkedFrom(traceId, MostLinkingSpans)
           from link in linking.Links
           where link.TraceId == traceId && link.SpanId == spanId
           group linking by (linking.TraceId, Kind: TraceWords.LinkFrom(link)) into many
           select DoorFrom(telemetry, many.Key.Kind, [.. many])).Take(MostLinks),
    ];

    private static SpanDoor DoorFrom(TelemetryReader telemetry, string kind, IReadOnlyList<SpanRecord> linking) => new(
        kind, InRun(linking.Count == 1 ? linking[0].Name : $"{linking[0].Name} and {linking.Count - 1} more", telemetry.RunOf(linking[0].TraceId)), Address(linking[0].TraceId, linking[0].SpanId));

    private static string InRun(string name, string? run) => run is null ? name : $"{name} in {run}";

    private static SpanLine LineOf(SpanEventRecord happened) => new(happened.At, happened.Name,
        [.. happened.Attributes.Select(pair => KeyValuePair.Create(pair.Key, TraceWords.Value(pair.Value)))], happened.Name == "exception");

    private static IEnumerable<SpanLine> Journal(CatalogTransaction catalog, SpanRecord span)
    {
        if (SpanDoor.Attribute(span, Attributes.PipelineRunId) is not { } run || SpanDoor.Attribute(span, Attributes.TaskRunId) is not { } execution) return [];
        return from row in catalog.Runs.Show(run)?.Journal ?? []
               where row.ExecutionId == execution
               select new SpanLine(null, row.Text ?? $"{row.ActivityId} {(row.Outcome is { } outcome ? $"left by {outcome}" : "ended without an outcome")}", [], IsFailure: false);
    }
}
