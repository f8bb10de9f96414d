using System.Globalization;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Components;

/// <summary>A trace as a waterfall draws it: made once a trace, whatever part of it is looked at.</summary>
public sealed class WaterfallView
{
    private readonly ILookup<int, CriticalStep> _critical;

    /// <summary>Reads a trace once.</summary>
    public WaterfallView(TraceTree trace)
    {
        Trace = trace;
        Map = Minimap.Of(trace);
        IReadOnlyList<CriticalStep> steps = CriticalPath.Of(trace);
        _critical = steps.ToLookup(step => step.Line);
        WaitedSeconds = steps.Where(step => step.IsWait).Sum(step => (step.To - step.From).TotalSeconds);
    }

    /// <summary>The trace.</summary>
    public TraceTree Trace { get; }

    /// <summary>Its overview.</summary>
    public Minimap Map { get; }

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds => Trace.Duration.TotalSeconds;

    /// <summary>Seconds of the critical path in which a job waited in its queue.</summary>
    public double WaitedSeconds { get; }

    /// <summary>Whether a line's span is on the critical path.</summary>
    public bool IsCritical(int line) => _critical.Contains(line);

    /// <summary>How long it is on it, working and waiting.</summary>
    public TimeSpan CriticalTime(int line) => TimeSpan.FromTicks(_critical[line].Sum(step => (step.To - step.From).Ticks));

    /// <summary>Where a line's span determines the end.</summary>
    public IEnumerable<string> CriticalPlaces(int line) => _critical[line].Select(step => Place(step.From, step.To));

    /// <summary>Where a line's bar stands, as style.</summary>
    public string Bar(int line) => Place(Trace.Lines[line].Offset, Trace.Lines[line].End);

    /// <summary>Where its time in the queue stands; null when it did not wait.</summary>
    public string? Queue(int line) => Trace.Lines[line] is { Queue.Ticks: > 0 } waited ? Place(waited.Offset - waited.Queue, waited.Offset) : null;

    /// <summary>The lines that are seen when what is below some spans is folded away.</summary>
    /// <param name="folded">Ids of those spans; lines would not do, as a span that is told late moves those after it.</param>
    public int[] Unfolded(IReadOnlySet<string> folded)
    {
        if (folded.Count == 0) return [.. Enumerable.Range(0, Trace.Lines.Count)];
        List<int> seen = [];
        for (int line = 0; line < Trace.Lines.Count; line++)
        {
            seen.Add(line);
            if (folded.Contains(Trace.Lines[line].Span.SpanId)) line += Trace.Lines[line].Below;
        }
        return [.. seen];
    }

    private string Place(TimeSpan from, TimeSpan to)
    {
        double all = Math.Max(1, Trace.Duration.Ticks);
        return string.Create(CultureInfo.InvariantCulture, $"--a:{from.Ticks / all:0.#########};--b:{(to - from).Ticks / all:0.#########}");
    }
}
