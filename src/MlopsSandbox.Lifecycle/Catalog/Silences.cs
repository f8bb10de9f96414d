using System.Globalization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Alerts that nobody is told of for a while.</summary>
public sealed class Silences
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Silences(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>All silences of a home, the oldest first.</summary>
    public IReadOnlyList<SilenceRow> All() => _session.Query($"SELECT * FROM silences ORDER BY position", Read);

    /// <summary>Silences alerts of an endpoint, those that are open too.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="rule">Only of this rule; null for all.</param>
    /// <param name="subject">Only about this; null for all.</param>
    /// <param name="from">Simulated begin.</param>
    /// <param name="until">Simulated end, exclusive.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    public SilenceRow Add(string endpoint, string? rule, string? subject, DateTimeOffset from, DateTimeOffset until, string by, string reason)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"silence-{_session.Next("silence"):0000}");
        _session.Execute($"""
            INSERT INTO silences (position, id, endpoint, rule_name, subject, from_at, until_at, set_by, reason, set_at)
            VALUES ({_session.Next("position")}, {id}, {endpoint}, {rule}, {subject}, {from}, {until}, {by}, {reason}, {_now})
            """);
        _session.Execute($"""
            UPDATE alerts SET silenced_until = {until}
            WHERE endpoint = {endpoint} AND closed_at IS NULL AND rule_name = COALESCE({rule}, rule_name) AND subject = COALESCE({subject}, subject)
                AND COALESCE(silenced_until, '') < {until}
            """);
        return _session.First($"SELECT * FROM silences WHERE id = {id}", Read)!;
    }

    /// <summary>Until when something is silenced at a simulated time; null when it is not.</summary>
    internal DateTimeOffset? Until(string endpoint, string rule, string subject, DateTimeOffset at) => _session.Query($"""
        SELECT MAX(until_at) AS until_at FROM silences
        WHERE endpoint = {endpoint} AND from_at <= {at} AND until_at > {at}
            AND {rule} = COALESCE(rule_name, {rule}) AND {subject} = COALESCE(subject, {subject})
        """, row => row.TimeOrNull("until_at")).FirstOrDefault();

    private static SilenceRow Read(Row row) => new(
        row.Text("id"), row.Text("endpoint"), row.TextOrNull("rule_name"), row.TextOrNull("subject"), row.Time("from_at"), row.Time("until_at"),
        row.Text("set_by"), row.Text("reason"), row.Time("set_at"));
}
