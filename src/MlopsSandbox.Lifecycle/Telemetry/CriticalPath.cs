namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>The chain of spans that determine when a trace ends: had any of them been shorter, the end would have come sooner.</summary>
/// <remarks>
/// Walked from the end back. Of the spans that a span caused, the one that was the last to be done by then, all below it included, is on the path, until it started; then
/// the last that was done by that time, and so on; what is left is the span's own. A job outlives the span that enqueued it, which is why all below a span counts as its end.
/// One that is done a little later than the next began, by a twentieth of its time at most, counts as done: whatever it was needed for was done before it said so.
/// </remarks>
public static class CriticalPath
{
    private const double ToleratedShare = 0.05;

    /// <summary>The steps, in order of time; empty for an empty trace. Between them they cover the root that ends last.</summary>
    public static IReadOnlyList<CriticalStep> Of(TraceTree trace)
    {
        if (trace.Lines.Count == 0) return [];
        int root = trace.Roots().MaxBy(line => trace.Lines[line].LastEnd);
        List<CriticalStep> steps = [];
        Stack<Visit> visits = new([new Visit(trace, root, trace.Lines[root].Offset, trace.Lines[root].LastEnd)]);
        while (visits.TryPeek(out Visit? visit))
        {
            if (visit.Next(steps) is { } below) visits.Push(below);
            else visits.Pop();
        }
        steps.Reverse();
        return steps;
    }

    // The way back through one span: where it stands, and which of its children are not looked at yet.
    private sealed class Visit
    {
        private readonly TraceTree _trace;
        private readonly int _line;
        private readonly TimeSpan _from;
        private readonly Queue<int> _children;
        private TimeSpan _until;
        private int _later;

        public Visit(TraceTree trace, int line, TimeSpan from, TimeSpan until)
        {
            (_trace, _line, _from, _until, _later) = (trace, line, from, until, line);
            _children = new Queue<int>(trace.Children(line).OrderByDescending(child => trace.Lines[child].LastEnd));
        }

        /// <summary>Adds the span's own time before what is known, and gives the child that comes before that; null at the span's start.</summary>
        public Visit? Next(List<CriticalStep> steps)
        {
            while (_children.TryDequeue(out int next))
            {
                TraceLine child = _trace.Lines[next];
                if (child.Offset >= _until || child.LastEnd <= _from || child.LastEnd - _until > (child.LastEnd - child.Offset) * ToleratedShare) continue;
                TimeSpan end = child.LastEnd < _until ? child.LastEnd : _until;
                AddOwn(steps, end);
                _until = Later(child.Offset, _from);
                _later = next;
                return new Visit(_trace, next, _until, end);
            }
            AddOwn(steps, _from);
            return null;
        }

        // After its own end it is what comes later that waits.
        private void AddOwn(List<CriticalStep> steps, TimeSpan since)
        {
            TimeSpan end = Later(_trace.Lines[_line].End, since);
            if (_until > end) steps.Add(new CriticalStep(_later, end, _until, IsWait: true));
            if ((end < _until ? end : _until) is var to && to > since) steps.Add(new CriticalStep(_line, since, to, IsWait: false));
        }

        private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }
}
