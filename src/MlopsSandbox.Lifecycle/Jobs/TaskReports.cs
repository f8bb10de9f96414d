using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Takes reports that tasks are done.</summary>
public sealed class TaskReports
{
    private readonly CatalogStore _catalog;
    private readonly WorkflowSteps _steps;

    internal TaskReports(CatalogStore catalog, WorkflowSteps steps) => (_catalog, _steps) = (catalog, steps);

    /// <summary>A task is done: the run goes on, in one transaction with the report.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="activityId">The activity that asked for it; the oldest of its tasks when there are several.</param>
    /// <param name="result">What came of it.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RunException">It waits for no such task.</exception>
    public void Complete(string runId, string activityId, JsonElement result) => _catalog.Write(tx =>
    {
        tx.Runs.HasEnded(runId);
        IReadOnlyList<TaskRow> tasks = tx.Tasks.Of(runId);
        TaskRow task = tasks.FirstOrDefault(task => task.ActivityId == activityId) ?? throw Missing(runId, activityId, tasks);
        tx.Tasks.Remove(runId, task.ExecutionId);
        _steps.Tell(tx, runId, new ActivityCompleted(task.ExecutionId, "Done", new Dictionary<string, JsonElement> { ["result"] = result }));
    });

    private static RunException Missing(string runId, string activityId, IReadOnlyList<TaskRow> tasks) => new(tasks.Count == 0
        ? $"run '{runId}' waits for no task; expected one that does."
        : $"run '{runId}' waits for no task of activity '{activityId}'; expected one of {string.Join(", ", tasks.Select(task => task.ActivityId).Distinct(StringComparer.Ordinal))}.");
}
