using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Takes the steps of workflows in the transaction that is open: what the walk asks for, the end of the run, and the run that waited for it.</summary>
internal sealed class WorkflowSteps(PinnedDefinitions definitions)
{
    private static readonly JsonElement NoOutputs = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    /// <summary>Tells a run's instance what happened, and takes every step that is due after it.</summary>
    public void Tell(CatalogTransaction tx, string runId, WorkflowEvent happened)
    {
        InstanceState state = new WorkflowRuntime(tx.Instances, hash => definitions.Load(tx, hash)).Tell(runId, happened);
        if (state.Status == InstanceStatus.Running || !tx.Runs.End(runId, StatusOf(state.Status), state.Fault)) return;
        if (state.Status == InstanceStatus.Cancelled) CancelAwaited(tx, runId);
        if (tx.Runs.WaitingParent(runId) is { } parent) Tell(tx, parent.RunId, Returned(parent.ExecutionId));
    }

    // As in Elsa, whoever waits goes on however the other run has ended.
    private static ActivityCompleted Returned(string executionId) =>
        new(executionId, "Done", new Dictionary<string, JsonElement> { ["result"] = NoOutputs });

    private void CancelAwaited(CatalogTransaction tx, string runId)
    {
        foreach (string child in tx.Runs.AwaitedBy(runId)) Tell(tx, child, new CancelRequested());
    }

    private static RunStatus StatusOf(InstanceStatus status) => status switch
    {
        InstanceStatus.Finished => RunStatus.Succeeded,
        InstanceStatus.Faulted => RunStatus.Failed,
        InstanceStatus.Cancelled => RunStatus.Cancelled,
        _ => RunStatus.Running,
    };
}
