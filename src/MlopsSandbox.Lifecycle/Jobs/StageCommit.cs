using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Commits what came of an execution, in the transaction that is open: all of it, or nothing when the claim was lost.</summary>
internal sealed class StageCommit(WorkflowSteps steps, AlertRaising alerts)
{
    /// <summary>The stage or trial is done: what it made, what it wants remembered, and the steps that follow.</summary>
    /// <exception cref="LeaseLostException">The claim was lost.</exception>
    public void Complete(CatalogTransaction tx, StageWork work, StageAnswer answer, Activity? span)
    {
        StageCompleted completed = (StageCompleted)answer.Result;
        Take(tx, work, span);
        tx.Executions.Succeed(work.Key, completed, answer.ReuseKey, answer.CachedFrom);
        tx.Lineage.Add(work.Key, work.Execution.ActivityId, work.Upstream, completed.Outputs);
        foreach (CatalogEffect effect in completed.Effects) Apply(tx, work.Run, effect, span?.Id);
        if (work.Key.Ordinal is null) steps.Tell(tx, work.Run.Id, new ActivityCompleted(work.Key.ExecutionId, completed.Outcome, ValuesOf(completed.Outputs)));
        else CountTrial(tx, work.Key);
    }

    /// <summary>The stage asks for trials and waits for them.</summary>
    /// <exception cref="LeaseLostException">The claim was lost.</exception>
    public static void StartTrials(CatalogTransaction tx, StageWork work, TrialsWanted wanted, Activity? span)
    {
        Take(tx, work, span);
        tx.Executions.AwaitTrials(work.Key);
        foreach (TrialSpec trial in wanted.Trials)
        {
            StageQueueing.Enqueue(tx, tx.Executions.QueueTrial(work.Execution, trial));
        }
    }

    /// <summary>The attempt failed. It is tried again as the activity's policy says, a trial at once and alone where it asks for no pause; else the activity faults.</summary>
    /// <returns>True when it is tried again.</returns>
    /// <exception cref="LeaseLostException">The claim was lost.</exception>
    public bool Fail(CatalogTransaction tx, StageWork work, StageError error, bool isTransient, Activity? span)
    {
        Take(tx, work, span);
        tx.Executions.Fail(work.Key, error);
        bool isAlone = work.Key.Ordinal is not null && work.Activity.Retry.PauseAfter(1, error.Code, isTransient) == TimeSpan.Zero;
        if (isAlone && work.Activity.Retry.PauseAfter(work.Key.Attempt, error.Code, isTransient) is not null)
        {
            StageQueueing.Enqueue(tx, tx.Executions.QueueAgain(work.Execution));
            return true;
        }
        StageError told = work.Key.Ordinal is null ? error : FailStage(tx, work.Key, error);
        InstanceState state = steps.Tell(tx, work.Run.Id, new ActivityFaulted(work.Key.ExecutionId, told.Message) { Code = isAlone ? null : error.Code, IsTransient = isTransient });
        return state.Bookmarks.Exists(bookmark => bookmark.ExecutionId == work.Key.ExecutionId);
    }

    private static void Take(CatalogTransaction tx, StageWork work, Activity? span)
    {
        tx.Claims.Demand(work.Lease);
        if (span is not null) tx.Executions.SetSpan(work.Key, span.SpanId.ToHexString());
    }

    // The last trial to end has the stage asked again.
    private static void CountTrial(CatalogTransaction tx, ExecutionKey trial)
    {
        if (tx.Executions.HasOpenTrials(trial)) return;
        ExecutionKey stage = tx.Executions.StageOf(trial);
        tx.Executions.Requeue(stage);
        StageQueueing.Enqueue(tx, stage);
    }

    private static StageError FailStage(CatalogTransaction tx, ExecutionKey trial, StageError error)
    {
        StageError told = error with { Message = string.Create(CultureInfo.InvariantCulture, $"trial {trial.Ordinal}: {error.Message}") };
        tx.Executions.Fail(tx.Executions.StageOf(trial), told);
        tx.Executions.Cancel(trial.RunId, trial.ExecutionId);
        tx.Outbox.Cancel(trial.RunId, trial.ExecutionId);
        return told;
    }

    private void Apply(CatalogTransaction tx, RunRow run, CatalogEffect effect, string? traceParent)
    {
        switch (effect)
        {
            case DatasetRegistered dataset:
                tx.Datasets.Add(dataset, run.Id);
                break;
            case ModelDeployed deployed:
                tx.Models.Deploy(deployed, run.Id, traceParent);
                alerts.Answer(tx, deployed.Model, deployed.EffectiveAt, run.Id);
                break;
            case DriftChecked check:
                alerts.Take(tx, check, tx.DriftReports.Add(check, run.SimulatedAt, run.Id, traceParent), run.SimulatedAt, run.Id);
                break;
            default:
                throw new UnreachableException($"no rule for {effect.GetType().Name}.");
        }
    }

    private static Dictionary<string, JsonElement> ValuesOf(IReadOnlyDictionary<string, StageOutput> outputs) => outputs.ToDictionary(
        output => output.Key,
        output => output.Value.Hash is { } hash ? JsonSerializer.SerializeToElement(hash.ToString()) : output.Value.Value ?? default,
        StringComparer.Ordinal);
}
