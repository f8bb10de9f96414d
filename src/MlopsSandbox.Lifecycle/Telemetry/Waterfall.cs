namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Lays a trace out in lines for the terminal and the report.</summary>
public static class Waterfall
{
    /// <summary>One line a span, a parent right above its children, siblings by start.</summary>
    public static IReadOnlyList<WaterfallRow> Of(IReadOnlyCollection<SpanRecord> spans)
    {
        if (spans.Count == 0) return [];
        var start = spans.Min(span => span.StartedAt);
        var last = spans.Max(span => span.EndedAt ?? span.StartedAt);
        return [.. SpanNode.TreesOf(spans).SelectMany(root => Rows(root, depth: 0, start, last))];
    }

    /// <summary>Spans whose parent isn't among them; none in a whole trace.</summary>
    public static IReadOnlyList<SpanRecord> Orphans(IReadOnlyCollection<SpanRecord> spans)
    {
        var known = spans.Select(span => (span.TraceId, span.SpanId)).ToHashSet();
        return [.. spans.Where(span => span.ParentId is { } parent && !known.Contains((span.TraceId, parent)))];
    }

    private static IEnumerable<WaterfallRow> Rows(SpanNode node, int depth, DateTimeOffset start, DateTimeOffset last) =>
    [
        new WaterfallRow(depth, node.Span, node.Span.StartedAt - start, (node.Span.EndedAt ?? last) - node.Span.StartedAt),
        .. node.Children.SelectMany(child => Rows(child, depth + 1, start, last)),
    ];
}
