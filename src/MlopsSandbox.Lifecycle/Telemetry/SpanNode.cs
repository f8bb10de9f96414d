namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A span and the spans that it caused, by start.</summary>
public sealed record SpanNode(SpanRecord Span, IReadOnlyList<SpanNode> Children)
{
    /// <summary>The spans as trees, by start. A span whose parent isn't among them is a root: in a whole trace there is one.</summary>
    public static IReadOnlyList<SpanNode> TreesOf(IReadOnlyCollection<SpanRecord> spans)
    {
        var known = spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        var children = spans.Where(span => span.ParentId is not null).ToLookup(span => span.ParentId!, StringComparer.Ordinal);
        return Nodes(spans.Where(span => span.ParentId is null || !known.Contains(span.ParentId)), children);
    }

    private static SpanNode[] Nodes(IEnumerable<SpanRecord> spans, ILookup<string, SpanRecord> children) =>
        [.. spans
            .OrderBy(span => span.StartedAt).ThenBy(span => span.SpanId, StringComparer.Ordinal)
            .Select(span => new SpanNode(span, Nodes(children[span.SpanId], children)))];
}
