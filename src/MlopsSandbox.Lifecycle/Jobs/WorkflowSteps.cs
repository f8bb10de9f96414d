using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Takes the steps of workflows in the transaction that is open: what the walk asks for, the end of the run, and the run that waited for it.</summary>
internal sealed class WorkflowSteps(PinnedDefinitions definitions)
{
    /// <summary>Tells a run's instance what happened, and takes every step that is due after it.</summary>
    /// <returns>How the instance stands then.</returns>
    public InstanceState Tell(CatalogTransaction tx, string runId, WorkflowEvent happened)
    {
        InstanceState state = new WorkflowRuntime(tx.Instances, hash => definitions.Load(tx, hash)).Tell(runId, happened);
        if (state.Status == InstanceStatus.Running) Stand(tx, runId, state);
        else End(tx, runId, state);
        return state;
    }

    /// <summary>Keeps whether an unfinished run goes on, or waits for people.</summary>
    public void Stand(CatalogTransaction tx, string runId) => Stand(tx, runId, tx.Instances.Load(runId)!.State);

    // A run that can only go on when people decide is shown as waiting, and so is one that waits for such a run.
    private void Stand(CatalogTransaction tx, string runId, InstanceState state)
    {
        WorkflowDefinition definition = definitions.Load(tx, tx.Runs.DefinitionOf(runId));
        bool isWaiting = state.Bookmarks.TrueForAll(bookmark => WorkflowRunner.WaitsForPeople(definition, bookmark) || WaitsForARunThatWaits(tx, runId, bookmark));
        if (!tx.Runs.Stand(runId, isWaiting)) return;
        if (tx.Runs.WaitingParent(runId) is not { } parent) return;
        if (isWaiting && parent.Wait == ParentWait.EndOrWait)
        {
            tx.Runs.LetParentGo(runId);
            Return(tx, runId, state, parent.RunId, parent.ExecutionId);
        }
        else Stand(tx, parent.RunId);
    }

    private static bool WaitsForARunThatWaits(CatalogTransaction tx, string runId, Bookmark bookmark) =>
        tx.Runs.DispatchedBy(runId, bookmark.ExecutionId) is { } child && tx.Runs.Find(child) is { Status: RunStatus.Waiting };

    private void End(CatalogTransaction tx, string runId, InstanceState state)
    {
        if (!tx.Runs.End(runId, StatusOf(state.Status), state.Fault)) return;
        if (state.Status == InstanceStatus.Cancelled) CancelAwaited(tx, runId);
        if (tx.Runs.WaitingParent(runId) is { } parent) Return(tx, runId, state, parent.RunId, parent.ExecutionId);
        tx.Turns.Leave(runId);
        BeginNext(tx, tx.Runs.Find(runId)!.Workflow);
    }

    // The oldest that waits for its turn begins, as far as its own definition allows by now.
    private void BeginNext(CatalogTransaction tx, string workflow)
    {
        if (tx.Turns.Next(workflow) is not var (next, started)) return;
        if (definitions.Load(tx, tx.Runs.DefinitionOf(next)).MaximumRuns is { } most && tx.Turns.Taken(workflow).Count >= most) return;
        tx.Turns.Take(next);
        Tell(tx, next, started);
        BeginNext(tx, workflow);
    }

    /// <summary>A run that an execution waits for has ended while that execution was given up, and wanted again.</summary>
    public void Return(CatalogTransaction tx, string runId, string parentRunId, string executionId) =>
        Return(tx, runId, tx.Instances.Load(runId)!.State, parentRunId, executionId);

    // As in Elsa, whoever waits goes on however the other run has ended.
    private void Return(CatalogTransaction tx, string runId, InstanceState state, string parentRunId, string executionId) =>
        Tell(tx, parentRunId, new WorkflowReturned(executionId, runId, state.Status, state.WorkflowOutputs));

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
