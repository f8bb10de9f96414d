using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Monitor;

/// <summary>What happened to an alert, the oldest first. Pure.</summary>
internal static class AlertHistory
{
    /// <summary>Raised, fired again, taken up, silenced, over.</summary>
    public static IEnumerable<AlertEvent> Of(AlertRow alert)
    {
        yield return new AlertEvent("Raised", $"{Simulated(alert.OpenedAt)}, by {alert.ReportId}", "bad");
        if (alert.LastAt > alert.OpenedAt) yield return new AlertEvent($"Fired last, in {Figures.Count(alert.Times)} checks by then", Simulated(alert.LastAt), "bad");
        if (alert.AcknowledgedBy is { } by) yield return new AlertEvent($"Taken up by {by}", $"{Figures.Time(alert.AcknowledgedAt!.Value)} UTC, wall clock", "warn", alert.Note);
        if (alert.SilencedUntil is { } until) yield return new AlertEvent("Silenced", $"until {Simulated(until)}", "quiet");
        if (alert.ClearedAt is { } over) yield return new AlertEvent("Over: checks were quiet, or another model began to serve", Simulated(over), "good");
    }

    private static string Simulated(DateTimeOffset time) => $"{Figures.Day(time)}, simulated";
}
