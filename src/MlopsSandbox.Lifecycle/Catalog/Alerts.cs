using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The alerts: at most one is open for each thing of an endpoint.</summary>
public sealed class Alerts
{
    private readonly Session _session;
    private readonly Deployments _deployments;
    private readonly Notifications _notifications;
    private readonly DateTimeOffset _now;

    internal Alerts(Session session, Deployments deployments, Notifications notifications, DateTimeOffset now) =>
        (_session, _deployments, _notifications, _now) = (session, deployments, notifications, now);

    /// <summary>All alerts of a home, the oldest first.</summary>
    public IReadOnlyList<AlertRow> All() => AsOfNow(_session.Query($"SELECT * FROM alerts ORDER BY position", Read));

    /// <summary>Alerts of an endpoint, the oldest first.</summary>
    public IReadOnlyList<AlertRow> Of(string endpoint) => AsOfNow(_session.Query($"SELECT * FROM alerts WHERE endpoint = {endpoint} ORDER BY position", Read));

    /// <summary>The alerts that were raised last, the newest first.</summary>
    /// <param name="most">How many at most, from 1.</param>
    /// <param name="endpoint">Only those of this endpoint; null for any.</param>
    /// <param name="onlyOpen">Only those that are not over.</param>
    public IReadOnlyList<AlertRow> Newest(int most, string? endpoint = null, bool onlyOpen = false)
    {
        Statement newest = new Statement().Add($"SELECT * FROM alerts WHERE 1 = 1");
        if (endpoint is not null) newest.Add($"AND endpoint = {endpoint}");
        if (onlyOpen) newest.Add($"AND closed_at IS NULL");
        return AsOfNow(_session.Query(newest.Add($"ORDER BY position DESC LIMIT {most}").Whole, Read));
    }

    /// <summary>The alert of that id with who was told of it, or null.</summary>
    public AlertRow? Find(string id) => AsOfNow(_session.Query($"SELECT * FROM alerts WHERE id = {id}", Read)).FirstOrDefault() is { } found ? found with { Notifications = _notifications.Of(id) } : null;

    /// <summary>Somebody takes an alert up.</summary>
    /// <returns>False when somebody did before, or it is over.</returns>
    public bool Acknowledge(string id, string by, string note) => _session.Execute($"""
        UPDATE alerts SET acknowledged_by = {by}, note = {note}, acknowledged_at = {_now}
        WHERE id = {id} AND closed_at IS NULL AND acknowledged_at IS NULL
        """) == 1;

    /// <summary>The alerts that are open at an endpoint.</summary>
    internal IReadOnlyList<AlertRow> Open(string endpoint, DateTimeOffset at) => _session.Query(
        $"SELECT * FROM alerts WHERE endpoint = {endpoint} AND closed_at IS NULL ORDER BY position", row => AsOf(Read(row), at));

    internal void Raise(string endpoint, AlertSignal signal, AlertSeverity severity, string reportId, DateTimeOffset at, DateTimeOffset? silencedUntil)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"alert-{_session.Next("alert"):0000}");
        _session.Execute($"""
            INSERT INTO alerts (position, id, endpoint, rule_name, subject, severity, text, report_id, opened_at, last_at, times, notified, silenced_until)
            VALUES ({_session.Next("position")}, {id}, {endpoint}, {signal.Rule}, {signal.Subject}, {severity}, {signal.Text}, {reportId}, {at}, {at}, 1, 0, {silencedUntil})
            """);
    }

    internal void Repeat(string endpoint, AlertSignal signal, DateTimeOffset at) => _session.Execute($"""
        UPDATE alerts SET times = times + 1, last_at = {at}, text = {signal.Text}
        WHERE endpoint = {endpoint} AND rule_name = {signal.Rule} AND subject = {signal.Subject} AND closed_at IS NULL
        """);

    internal void Clear(AlertRow alert, DateTimeOffset at) => _session.Execute($"UPDATE alerts SET closed_at = {at} WHERE id = {alert.Id}");

    internal void Notified(AlertRow alert) => _session.Execute($"UPDATE alerts SET notified = 1 WHERE id = {alert.Id}");

    private List<AlertRow> AsOfNow(IEnumerable<AlertRow> alerts)
    {
        Dictionary<string, DateTimeOffset> times = [];
        return [.. alerts.Select(alert => AsOf(alert, TimeOf(alert.Endpoint)))];

        DateTimeOffset TimeOf(string endpoint) => times.TryGetValue(endpoint, out DateTimeOffset known) ? known : times[endpoint] = _deployments.NewestTime(endpoint) ?? DateTimeOffset.MinValue;
    }

    private static AlertRow AsOf(AlertRow alert, DateTimeOffset at) => alert with
    {
        Status = alert.ClearedAt is not null ? AlertStatus.Cleared
            : alert.SilencedUntil > at ? AlertStatus.Silenced
            : alert.AcknowledgedAt is not null ? AlertStatus.Acknowledged
            : AlertStatus.Open,
    };

    private static AlertRow Read(Row row) => new()
    {
        Id = row.Text("id"),
        Status = AlertStatus.Open,
        Severity = row.Word<AlertSeverity>("severity"),
        Endpoint = row.Text("endpoint"),
        Rule = row.Text("rule_name"),
        Subject = row.Text("subject"),
        Text = row.Text("text"),
        OpenedAt = row.Time("opened_at"),
        LastAt = row.Time("last_at"),
        Times = row.Whole("times"),
        ClearedAt = row.TimeOrNull("closed_at"),
        ReportId = row.Text("report_id"),
        SilencedUntil = row.TimeOrNull("silenced_until"),
        AcknowledgedBy = row.TextOrNull("acknowledged_by"),
        Note = row.TextOrNull("note"),
        AcknowledgedAt = row.TimeOrNull("acknowledged_at"),
        IsNotified = row.Flag("notified"),
    };
}
