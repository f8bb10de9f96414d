using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Something that happened in this process to a run, told as it happens and from any thread. Other processes read the catalog.</summary>
/// <param name="RunId">The run.</param>
public abstract record RunEvent(string RunId);

/// <summary>A job has taken up a stage or a trial.</summary>
public sealed record StageStarted(string RunId, StageExecutionRow Execution) : RunEvent(RunId);

/// <summary>A stage or a trial tells how far it is.</summary>
public sealed record StageProgressed(string RunId, StageExecutionRow Execution, StageProgress Progress) : RunEvent(RunId);

/// <summary>A job has put a stage or a trial away: ended, or waiting for its trials. What it made is committed.</summary>
public sealed record StageEnded(string RunId, StageExecutionRow Execution) : RunEvent(RunId);

/// <summary>A <c>WriteLine</c> of the workflow. Told at least once: again, with the same key, when a process died while it told it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ExecutionId">The execution that wrote it, <c>nodeId#visit</c>.</param>
/// <param name="Text">The line.</param>
public sealed record LineWritten(string RunId, string ExecutionId, string Text) : RunEvent(RunId)
{
    /// <summary>Belongs to this line alone, in every process and for ever: <c>runId/nodeId#visit</c>. Who must not see a line twice keeps it.</summary>
    public string IdempotencyKey => $"{RunId}/{ExecutionId}";
}

/// <summary>A run that this process started has ended.</summary>
public sealed record RunEnded(string RunId, RunStatus Status) : RunEvent(RunId);
