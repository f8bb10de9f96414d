using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The tasks that runs ask to be done outside.</summary>
public sealed class Tasks
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Tasks(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>All that wait to be done, the oldest first.</summary>
    public IReadOnlyList<TaskRow> All() => _session.Query($"SELECT * FROM tasks ORDER BY position", Read);

    /// <summary>Those of a run, the oldest first.</summary>
    public IReadOnlyList<TaskRow> Of(string runId) => _session.Query($"SELECT * FROM tasks WHERE run_id = {runId} ORDER BY position", Read);

    internal void Request(string runId, RequestTask task) => _session.Execute($"""
        INSERT INTO tasks (run_id, execution_id, position, id, activity_id, name, payload_json, requested_at)
        VALUES ({runId}, {task.ExecutionId}, {_session.Next("position")}, {task.TaskId}, {task.ActivityId}, {task.TaskName}, {task.Payload}, {_now})
        """);

    /// <summary>It is done, or no longer asked for.</summary>
    internal void Remove(string runId, string executionId) => _session.Execute($"DELETE FROM tasks WHERE run_id = {runId} AND execution_id = {executionId}");

    private static TaskRow Read(Row row) => new(row.Text("run_id"), row.Text("activity_id"), row.Text("id"), row.Text("name"),
        row.Json<JsonElement>("payload_json"), row.Time("requested_at"), row.Text("execution_id"));
}
