using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What the last checks said of each thing that is watched.</summary>
internal sealed class AlertTracks(Session session)
{
    public AlertTrack Of(string endpoint, AlertSignal signal) => session.First($"""
        SELECT * FROM alert_tracks WHERE endpoint = {endpoint} AND rule_name = {signal.Rule} AND subject = {signal.Subject}
        """, row => new AlertTrack([.. row.Text("recent").Select(mark => mark == '1')], row.Flag("is_open"), row.TimeOrNull("cleared_at"))) ?? AlertTrack.New;

    public void Keep(string endpoint, AlertSignal signal, AlertTrack track)
    {
        string recent = string.Concat(track.Recent.Select(fired => fired ? '1' : '0'));
        session.Execute($"""
            INSERT INTO alert_tracks (endpoint, rule_name, subject, recent, is_open, cleared_at)
            VALUES ({endpoint}, {signal.Rule}, {signal.Subject}, {recent}, {track.IsOpen}, {track.ClearedAt})
            ON CONFLICT (endpoint, rule_name, subject) DO UPDATE SET recent = excluded.recent, is_open = excluded.is_open, cleared_at = excluded.cleared_at
            """);
    }

    /// <summary>Another model serves: what checks said of the one before no longer counts.</summary>
    public void Forget(string endpoint) => session.Execute($"DELETE FROM alert_tracks WHERE endpoint = {endpoint}");
}
