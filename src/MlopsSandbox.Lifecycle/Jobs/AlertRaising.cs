using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Turns what checks say into alerts, and alerts into notifications, in the transaction that commits the check.</summary>
internal sealed class AlertRaising(AlertSettings settings)
{
    /// <summary>Takes the signals of a check.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="check">The check.</param>
    /// <param name="reportId">Its report.</param>
    /// <param name="at">Its simulated time.</param>
    /// <param name="runId">The run that made it.</param>
    public void Take(CatalogTransaction tx, DriftChecked check, string reportId, DateTimeOffset at, string runId)
    {
        if (tx.Deployments.At(check.Endpoint, DateTimeOffset.MaxValue)?.EffectiveAt > at) return;    // the answer is on its way
        List<AlertRow> over = [];
        foreach (AlertSignal signal in check.Signals) Take(tx, check.Endpoint, signal, reportId, at, over);
        AlertRow[] open = [.. tx.Alerts.Open(check.Endpoint, at).Where(alert => !alert.IsNotified && alert.Status == AlertStatus.Open)];
        foreach (AlertRow alert in open) tx.Alerts.Notified(alert);
        Notify(tx, "raised", open, at, runId);
        Notify(tx, "cleared", [.. over.Where(alert => alert.IsNotified)], at, runId);
    }

    /// <summary>Another model serves from a simulated time on: what was found of the one before is answered.</summary>
    public void Answer(CatalogTransaction tx, string endpoint, DateTimeOffset at, string runId)
    {
        IReadOnlyList<AlertRow> open = tx.Alerts.Open(endpoint, at);
        foreach (AlertRow alert in open) tx.Alerts.Clear(alert, at);
        tx.AlertTracks.Forget(endpoint);
        Notify(tx, "cleared", [.. open.Where(alert => alert.IsNotified)], at, runId);
    }

    private void Take(CatalogTransaction tx, string endpoint, AlertSignal signal, string reportId, DateTimeOffset at, List<AlertRow> over)
    {
        AlertRule rule = settings.RuleOf(signal.Rule);
        AlertTrack before = tx.AlertTracks.Of(endpoint, signal);
        if (!signal.Fires && before == AlertTrack.New) return;    // most things never fire
        (AlertTrack track, AlertChange change) = before.Next(rule, signal.Fires, at);
        tx.AlertTracks.Keep(endpoint, signal, track);
        switch (change)
        {
            case AlertChange.Raised:
                tx.Alerts.Raise(endpoint, signal, rule.Severity, reportId, at, tx.Silences.Until(endpoint, signal.Rule, signal.Subject, at));
                break;
            case AlertChange.Repeated:
                tx.Alerts.Repeat(endpoint, signal, at);
                break;
            case AlertChange.Cleared when tx.Alerts.Open(endpoint, at).FirstOrDefault(alert => alert.Rule == signal.Rule && alert.Subject == signal.Subject) is { } cleared:
                tx.Alerts.Clear(cleared, at);
                over.Add(cleared with { ClearedAt = at, Status = AlertStatus.Cleared });
                break;
        }
    }

    // One a sink and check, however much a check found: a person reads one mail, not forty.
    private void Notify(CatalogTransaction tx, string kind, IReadOnlyList<AlertRow> alerts, DateTimeOffset at, string runId)
    {
        foreach (AlertSink sink in settings.Sinks)
        {
            AlertRow[] told = [.. alerts.Where(alert => alert.Severity >= sink.AtLeast).OrderByDescending(alert => alert.Severity)];
            if (told.Length == 0) continue;
            tx.Notifications.Add(sink.Name, kind, id => AlertPayload.Of(id, kind, told, at), runId, told.Select(alert => alert.Id));
        }
    }
}

/// <summary>What sinks are told.</summary>
internal static class AlertPayload
{
    /// <summary>The notification as JSON: its id, kind, endpoint and simulated time, and the alerts, the most severe first.</summary>
    public static JsonElement Of(string id, string kind, IReadOnlyList<AlertRow> alerts, DateTimeOffset at) => JsonSerializer.SerializeToElement(
        new Payload(id, kind, alerts[0].Endpoint, at, [.. alerts.Select(alert => new Told(
            alert.Id, alert.Severity, alert.Rule, alert.Subject, alert.Text, alert.OpenedAt, alert.Times, alert.ReportId))]), CatalogJson.Options);

    private sealed record Payload(string Id, string Kind, string Endpoint, DateTimeOffset SimulatedAt, IReadOnlyList<Told> Alerts);

    private sealed record Told(string Id, AlertSeverity Severity, string Rule, string Subject, string Text, DateTimeOffset OpenedAt, long Times, string ReportId);
}
