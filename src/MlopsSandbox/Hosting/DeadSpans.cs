using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Hosting;

/// <summary>Ends the spans that dead processes left open, and gives the runs that went on without them their own end.</summary>
internal sealed class DeadSpans
{
    private readonly CatalogStore _catalog;
    private readonly string _telemetry;
    private readonly IReadOnlyList<RunRow> _inherited;

    /// <summary>Closes what dead processes left, and remembers which runs are unfinished.</summary>
    public DeadSpans(CatalogStore catalog, string telemetry, ProcessLock presence)
    {
        (_catalog, _telemetry) = (catalog, telemetry);
        _inherited = catalog.Read(tx => tx.Runs.Unfinished());
        using TelemetryReader reader = new(telemetry);
        string[] dead = [.. reader.OpenOwners().Where(owner => !presence.IsAlive(owner))];
        if (dead.Length == 0) return;
        using SpanClosing closing = new(telemetry);
        closing.CloseInterrupted(dead);
    }

    /// <summary>Gives the remembered runs that have ended since their end in the trace.</summary>
    public void CloseRuns()
    {
        RunRow[] ended = [.. _catalog.Read(tx => _inherited.Select(run => tx.Runs.Find(run.Id)).OfType<RunRow>().Where(run => run.HasEnded && run.TraceId is not null).ToArray())];
        if (ended.Length == 0) return;
        using SpanClosing closing = new(_telemetry);
        foreach (RunRow run in ended)
            closing.CloseRun(run.TraceId!, run.SpanContext.SpanId.ToHexString(), run.EndedAt!.Value, run.Status == RunStatus.Failed ? SpanStatus.Error : SpanStatus.Unset);
    }
}
