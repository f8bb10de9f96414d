using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Activities that faulted.</summary>
internal sealed class Incidents(Session session, DateTimeOffset now)
{
    /// <summary>The incidents of a run, the oldest first.</summary>
    public IReadOnlyList<IncidentRow> Of(string runId) => session.Query($"SELECT * FROM incidents WHERE run_id = {runId} ORDER BY position", row => new IncidentRow(
        row.Text("activity_id"), row.Text("type"), row.Text("message"), row.Time("raised_at"), row.TimeOrNull("resolved_at")));

    public void Raise(string runId, RaiseIncident incident) => session.Execute($"""
        INSERT INTO incidents (position, run_id, execution_id, activity_id, type, message, raised_at)
        VALUES ({session.Next("position")}, {runId}, {incident.ExecutionId}, {incident.ActivityId}, {incident.Type}, {incident.Message}, {now})
        """);

    public void Resolve(string runId, string executionId) => session.Execute(
        $"UPDATE incidents SET resolved_at = {now} WHERE run_id = {runId} AND execution_id = {executionId} AND resolved_at IS NULL");
}
