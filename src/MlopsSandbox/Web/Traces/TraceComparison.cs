using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Traces;

/// <summary>Holds two traces against each other.</summary>
internal static class TraceComparison
{
    /// <summary>The groups of both by the names from the root down, those that differ most in their total first.</summary>
    public static IReadOnlyList<ComparedGroup> Of(TraceTree a, TraceTree b)
    {
        Dictionary<string, (IReadOnlyList<string> Path, SpanGroup Group)> first = Groups(a), second = Groups(b);
        return
        [
            .. first.Keys.Union(second.Keys, StringComparer.Ordinal)
                .Select(key => new ComparedGroup(first.TryGetValue(key, out var one) ? one.Path : second[key].Path, one.Group, second.GetValueOrDefault(key).Group))
                .OrderByDescending(group => group.Difference.Duration()).ThenBy(group => string.Join('\0', group.Path), StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, (IReadOnlyList<string> Path, SpanGroup Group)> Groups(TraceTree trace)
    {
        // A path is told by its parent's and its own name, so that long ones are not built again for each span.
        Dictionary<(int Parent, string Name), int> ids = [];
        List<(int Parent, string Name, List<TraceLine> Lines)> paths = [];
        int[] pathOf = new int[trace.Lines.Count];
        for (int line = 0; line < trace.Lines.Count; line++)
        {
            TraceLine spanned = trace.Lines[line];
            int parent = spanned.Parent < 0 ? -1 : pathOf[spanned.Parent];
            if (!ids.TryGetValue((parent, spanned.Span.Name), out int id))
            {
                ids.Add((parent, spanned.Span.Name), id = paths.Count);
                paths.Add((parent, spanned.Span.Name, []));
            }
            pathOf[line] = id;
            paths[id].Lines.Add(spanned);
        }
        return paths.Select(path => (Path: (IReadOnlyList<string>)NamesOf(paths, path), Group: Sum(path.Lines))).ToDictionary(group => string.Join('\0', group.Path), group => (group.Path, group.Group), StringComparer.Ordinal);
    }

    private static List<string> NamesOf(List<(int Parent, string Name, List<TraceLine> Lines)> paths, (int Parent, string Name, List<TraceLine> Lines) path)
    {
        List<string> names = [path.Name];
        for (int above = path.Parent; above >= 0; above = paths[above].Parent) names.Add(paths[above].Name);
        names.Reverse();
        return names;
    }

    private static SpanGroup Sum(List<TraceLine> lines)
    {
        long[] ticks = [.. lines.Select(line => line.Duration.Ticks).Order()];
        long median = (ticks[(ticks.Length - 1) / 2] + ticks[ticks.Length / 2]) / 2;
        return new SpanGroup(lines.Count, TimeSpan.FromTicks(ticks.Sum()), TimeSpan.FromTicks(median), lines.Count(line => line.Span.Status is SpanStatus.Error or SpanStatus.Interrupted));
    }
}
