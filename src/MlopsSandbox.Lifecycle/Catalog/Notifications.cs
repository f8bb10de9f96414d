using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What sinks are to be told: written with the alerts, and kept until it was told or given up.</summary>
internal sealed class Notifications(Session session, DateTimeOffset now)
{
    /// <summary>A sink is to be told, as soon as possible.</summary>
    public string Add(string sink, string kind, Func<string, JsonElement> payload, string? runId, IEnumerable<string> alertIds)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"notification-{session.Next("notification"):0000}");
        session.Execute($"""
            INSERT INTO notifications (position, id, sink, kind, payload_json, run_id, status, attempts, next_at, added_at)
            VALUES ({session.Next("position")}, {id}, {sink}, {kind}, {payload(id)}, {runId}, {NotificationStatus.Pending}, 0, {now}, {now})
            """);
        foreach (string alert in alertIds) session.Execute($"INSERT INTO notification_alerts (alert_id, notification_id) VALUES ({alert}, {id})");
        return id;
    }

    /// <summary>Notifications that name an alert, the oldest first.</summary>
    public IReadOnlyList<NotificationRow> Of(string alertId) => session.Query($"""
        SELECT n.* FROM notifications n JOIN notification_alerts a ON a.notification_id = n.id WHERE a.alert_id = {alertId} ORDER BY n.position
        """, Read);

    /// <summary>True when one is due that no process has taken.</summary>
    public bool HasDue() => session.Count($"SELECT COUNT(*) AS value FROM notifications WHERE status = 'pending' AND owner IS NULL AND next_at <= {now}") > 0;

    /// <summary>When the next one is due that no process has taken; null for never.</summary>
    public DateTimeOffset? NextDue() => session.Query(
        $"SELECT MIN(next_at) AS next_at FROM notifications WHERE status = 'pending' AND owner IS NULL", row => row.TimeOrNull("next_at")).FirstOrDefault();

    /// <summary>Takes all that are due and free, for this process alone.</summary>
    public IReadOnlyList<NotificationRow> TakeDue(string owner)
    {
        List<NotificationRow> due = session.Query($"SELECT * FROM notifications WHERE status = 'pending' AND owner IS NULL AND next_at <= {now} ORDER BY position", Read);
        foreach (NotificationRow one in due) session.Execute($"UPDATE notifications SET owner = {owner} WHERE id = {one.Id}");
        return due;
    }

    /// <summary>Gives back what a process took and has not told.</summary>
    public void GiveBack(string owner) => session.Execute($"UPDATE notifications SET owner = NULL WHERE owner = {owner}");

    /// <summary>Processes that have taken something.</summary>
    public IReadOnlyList<string> Owners() => session.Query($"SELECT DISTINCT owner FROM notifications WHERE owner IS NOT NULL", row => row.Text("owner"));

    /// <summary>It was told.</summary>
    /// <returns>False when that was known before.</returns>
    public bool Delivered(string id) => session.Execute($"""
        UPDATE notifications SET status = {NotificationStatus.Delivered}, attempts = attempts + 1, delivered_at = {now}, owner = NULL WHERE id = {id} AND status = 'pending'
        """) == 1;

    /// <summary>An attempt failed: it is tried again at a time, or given up when there is none.</summary>
    public void Missed(string id, string error, DateTimeOffset? again) => session.Execute($"""
        UPDATE notifications SET status = {(again is null ? NotificationStatus.Failed : NotificationStatus.Pending)}, attempts = attempts + 1, error = {error},
            next_at = {again ?? now}, owner = NULL
        WHERE id = {id} AND status = 'pending'
        """);

    private static NotificationRow Read(Row row) => new()
    {
        Id = row.Text("id"),
        IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{row.Text("id")}-{row.Time("added_at").ToUnixTimeMilliseconds()}"),
        Sink = row.Text("sink"),
        Kind = row.Text("kind"),
        Status = row.Word<NotificationStatus>("status"),
        Attempts = row.Number("attempts"),
        Error = row.TextOrNull("error"),
        NextAt = row.Text("status") == "pending" ? row.Time("next_at") : null,
        DeliveredAt = row.TimeOrNull("delivered_at"),
        Payload = row.Json<JsonElement>("payload_json"),
        RunId = row.TextOrNull("run_id"),
    };
}
