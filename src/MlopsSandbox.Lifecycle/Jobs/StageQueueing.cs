using System.Diagnostics;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Asks for the job of an execution.</summary>
internal static class StageQueueing
{
    /// <summary>A job for this execution, below the run's root span; a trial's below the span of its stage.</summary>
    public static void Enqueue(CatalogTransaction tx, ExecutionKey key)
    {
        StageExecutionRow execution = tx.Executions.Find(key)!;
        tx.Outbox.Enqueue(key, execution.Stage, ParentSpan(tx, key));
    }

    private static ActivityContext ParentSpan(CatalogTransaction tx, ExecutionKey key)
    {
        ActivityContext run = tx.Runs.Find(key.RunId)!.SpanContext;
        string? stage = key.Ordinal is null ? null : tx.Executions.Find(tx.Executions.StageOf(key))?.SpanId;
        return stage is null || run == default
            ? run
            : new ActivityContext(run.TraceId, ActivitySpanId.CreateFromString(stage), run.TraceFlags, run.TraceState, isRemote: true);
    }
}
