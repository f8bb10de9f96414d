using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Web.Components;

namespace MlopsSandbox.Web.Traces;

/// <summary>The traces that were looked at last, ready to be drawn: a large one is read once, however many tabs and first sights of a page show it.</summary>
internal sealed class TraceViews
{
    private const int Most = 8, MostSpans = 200_000;
    private readonly Lock _lock = new();
    private readonly List<(TraceSummary Of, WaterfallView View)> _recent = [];

    /// <summary>A trace as it stands; read again when its summary says that it has changed.</summary>
    public WaterfallView Of(TelemetryReader telemetry, TraceSummary summary)
    {
        lock (_lock)
        {
            if (_recent.Find(known => known.Of == summary) is { View: { } known }) return known;
        }
        WaterfallView view = new(TraceTree.Of(telemetry.Outline(summary.TraceId)));
        lock (_lock)
        {
            _recent.RemoveAll(known => known.Of.TraceId == summary.TraceId);
            _recent.Insert(0, (summary, view));
            while (_recent.Count > Most || (_recent.Count > 1 && _recent.Sum(kept => kept.View.Trace.Lines.Count) > MostSpans)) _recent.RemoveAt(_recent.Count - 1);
        }
        return view;
    }
}
