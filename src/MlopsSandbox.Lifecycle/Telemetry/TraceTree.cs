namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A trace as lines, a parent right above all that it caused, siblings by start. A span whose parent is not among them is a root.</summary>
public sealed class TraceTree
{
    private TraceTree(DateTimeOffset start, TimeSpan duration, IReadOnlyList<TraceLine> lines) => (StartedAt, Duration, Lines) = (start, duration, lines);

    /// <summary>Wall time at which the first span started.</summary>
    public DateTimeOffset StartedAt { get; }
    /// <summary>From there to the last end, or the last start, that is known.</summary>
    public TimeSpan Duration { get; }
    /// <summary>All lines.</summary>
    public IReadOnlyList<TraceLine> Lines { get; }

    /// <summary>The lines of some spans. O(n log n), without recursion, so that no depth is too deep.</summary>
    public static TraceTree Of(IReadOnlyCollection<SpanOutline> spans)
    {
        if (spans.Count == 0) return new TraceTree(default, TimeSpan.Zero, []);
        SpanOutline[] byStart = [.. spans.OrderBy(span => span.StartedAt).ThenBy(span => span.SpanId, StringComparer.Ordinal)];
        DateTimeOffset start = byStart[0].StartedAt, end = byStart.Max(span => span.EndedAt ?? span.StartedAt);
        if (end < byStart[^1].StartedAt) end = byStart[^1].StartedAt;
        List<TraceLine> lines = Ordered(byStart, start, end);
        SumUp(lines);
        return new TraceTree(start, end - start, lines);
    }

    /// <summary>The lines right below a line, by start.</summary>
    public IEnumerable<int> Children(int line)
    {
        for (int child = line + 1; child <= line + Lines[line].Below; child += Lines[child].Below + 1) yield return child;
    }

    /// <summary>The roots, by start.</summary>
    public IEnumerable<int> Roots()
    {
        for (int root = 0; root < Lines.Count; root += Lines[root].Below + 1) yield return root;
    }

    /// <summary>The line of a span; -1 when it is not here.</summary>
    public int Find(string? spanId)
    {
        for (int line = 0; line < Lines.Count; line++)
        {
            if (Lines[line].Span.SpanId == spanId) return line;
        }
        return -1;
    }

    private static List<TraceLine> Ordered(SpanOutline[] byStart, DateTimeOffset start, DateTimeOffset end)
    {
        HashSet<string> known = [.. byStart.Select(span => span.SpanId)];
        ILookup<string, SpanOutline> children = byStart.Where(span => span.ParentId is not null).ToLookup(span => span.ParentId!, StringComparer.Ordinal);
        Stack<(SpanOutline Span, int Parent)> waiting = new(byStart.Where(span => span.ParentId is null || !known.Contains(span.ParentId)).Reverse().Select(span => (span, -1)));
        List<TraceLine> lines = new(byStart.Length);
        while (waiting.TryPop(out (SpanOutline Span, int Parent) next))
        {
            TraceLine? parent = next.Parent < 0 ? null : lines[next.Parent];
            foreach (SpanOutline child in children[next.Span.SpanId].Reverse()) waiting.Push((child, lines.Count));
            TimeSpan offset = next.Span.StartedAt - start;
            lines.Add(new TraceLine(next.Span, next.Parent, (parent?.Depth ?? -1) + 1, offset, (next.Span.EndedAt ?? end) - next.Span.StartedAt, Queued(parent, next.Span, offset)));
        }
        return lines;
    }

    private static TimeSpan Queued(TraceLine? parent, SpanOutline span, TimeSpan offset) =>
        parent is { Span.Kind: "producer" } && span.Kind == "consumer" && offset > parent.End ? offset - parent.End : TimeSpan.Zero;

    // From the last line up: all that is below a line is known before the line.
    private static void SumUp(List<TraceLine> lines)
    {
        foreach (TraceLine line in lines) line.LastEnd = line.End;
        for (int line = lines.Count - 1; line > 0; line--)
        {
            if (lines[line].Parent < 0) continue;
            TraceLine parent = lines[lines[line].Parent];
            parent.Below += lines[line].Below + 1;
            if (lines[line].LastEnd > parent.LastEnd) parent.LastEnd = lines[line].LastEnd;
        }
    }
}
