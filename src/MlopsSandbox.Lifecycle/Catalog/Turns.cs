using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Runs of workflows that run only so many at a time.</summary>
internal sealed class Turns(Session session)
{
    /// <summary>Runs of a workflow that have begun and not ended, in order of their start.</summary>
    public IReadOnlyList<string> Taken(string workflow) => session.Query(
        $"SELECT id FROM runs WHERE workflow = {workflow} AND status IN ('running', 'waiting', 'paused') ORDER BY position", row => row.Text("id"));

    /// <summary>A run is to begin when its turn comes.</summary>
    public void Wait(string runId, string workflow, WorkflowStarted started) => session.Execute(
        $"INSERT INTO turns (run_id, workflow, position, started_json) VALUES ({runId}, {workflow}, {session.Next("position")}, {StoredJson.Of(started)})");

    /// <summary>The run of a workflow whose turn is next, with what it is to be told; null when none waits.</summary>
    public (string RunId, WorkflowStarted Started)? Next(string workflow) => session.Query(
        $"SELECT run_id, started_json FROM turns WHERE workflow = {workflow} ORDER BY position LIMIT 1",
        row => ((string, WorkflowStarted)?)(row.Text("run_id"), row.Json<WorkflowStarted>("started_json"))).FirstOrDefault();

    /// <summary>A run no longer waits: it begins, or was cancelled.</summary>
    public void Leave(string runId) => session.Execute($"DELETE FROM turns WHERE run_id = {runId}");

    /// <summary>A run's turn has come.</summary>
    public void Take(string runId)
    {
        Leave(runId);
        session.Execute($"UPDATE runs SET status = 'running' WHERE id = {runId} AND status = 'queued'");
    }
}
