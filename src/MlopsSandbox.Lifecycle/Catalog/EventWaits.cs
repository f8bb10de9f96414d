using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The events that runs wait for.</summary>
public sealed class EventWaits
{
    private readonly Session _session;

    internal EventWaits(Session session) => _session = session;

    /// <summary>What a run waits for, in order of waiting.</summary>
    public IReadOnlyList<EventWait> Of(string runId) => _session.Query($"""
        SELECT w.*, r.story_id FROM event_waits w JOIN runs r ON r.id = w.run_id WHERE w.run_id = {runId} ORDER BY w.position
        """, Read);

    /// <summary>Names of the events that any run waits for, in order.</summary>
    public IReadOnlyList<string> Names() => _session.Query($"SELECT DISTINCT event_name FROM event_waits ORDER BY event_name", row => row.Text("event_name"));

    /// <summary>Who waits for an event, in order of waiting.</summary>
    /// <param name="eventName">The event, in its own case.</param>
    /// <param name="correlationId">Only runs that are tied to this; null for all.</param>
    internal IReadOnlyList<EventWait> For(string eventName, string? correlationId) => correlationId is null
        ? _session.Query($"""
            SELECT w.*, r.story_id FROM event_waits w JOIN runs r ON r.id = w.run_id WHERE w.event_name = {eventName} ORDER BY w.position
            """, Read)
        : _session.Query($"""
            SELECT w.*, r.story_id FROM event_waits w JOIN runs r ON r.id = w.run_id
            WHERE w.event_name = {eventName} AND w.correlation_id = {correlationId} ORDER BY w.position
            """, Read);

    internal void Add(string runId, WaitForEvent wait) => _session.Execute($"""
        INSERT INTO event_waits (run_id, execution_id, position, event_name, correlation_id)
        VALUES ({runId}, {wait.ExecutionId}, {_session.Next("position")}, {wait.EventName}, {wait.CorrelationId})
        """);

    /// <summary>A run is tied to something else.</summary>
    internal void Correlate(string runId, string? correlationId) =>
        _session.Execute($"UPDATE event_waits SET correlation_id = {correlationId} WHERE run_id = {runId}");

    /// <summary>The event is there, or no longer waited for.</summary>
    /// <returns>False when the wait was over before.</returns>
    internal bool Remove(string runId, string executionId) =>
        _session.Execute($"DELETE FROM event_waits WHERE run_id = {runId} AND execution_id = {executionId}") == 1;

    private static EventWait Read(Row row) => new(
        row.Text("run_id"), row.Text("execution_id"), row.Text("event_name"), row.TextOrNull("correlation_id"), row.TextOrNull("story_id"));
}
