using System.Data.Common;
using System.Diagnostics;
using Hangfire;
using Hangfire.Server;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Workflows.Definitions;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>The Hangfire job of a stage or a trial: claims its execution, does the work, and commits what came of it with the workflow's next steps.</summary>
public sealed class StageJob
{
    /// <summary>The Hangfire queue of stages.</summary>
    public const string Queue = "default";

    private readonly JobBridgeParts _parts;
    private readonly CatalogStore _catalog;
    private readonly ProcessLock _presence;
    private readonly StageInputs _inputs;
    private readonly StageCommit _commit;
    private readonly StageReuse _reuse;

    internal StageJob(JobBridgeParts parts, ProcessLock presence, StageInputs inputs, StageCommit commit, StageReuse reuse) =>
        (_parts, _catalog, _presence, _inputs, _commit, _reuse) = (parts, parts.Catalog, presence, inputs, commit, reuse);

    /// <summary>Works on an execution, on the caller's thread: it waits for no other, so that a thread pool that is slow to give one holds up nothing. Does nothing when it has ended, is no longer wanted, or a living process works on it.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="executionId">The activity execution.</param>
    /// <param name="ordinal">The trial; null for the stage itself.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="trace">The producer's span, as W3C headers.</param>
    /// <param name="job">Filled in by Hangfire.</param>
    /// <param name="shutdown">Cancelled when the server shuts down: the execution is put back for the job's next delivery.</param>
    [AutomaticRetry(Attempts = 0)]
    [StageJobName]
    public void Run(string runId, string executionId, int? ordinal, int attempt, Dictionary<string, string> trace, PerformContext? job, CancellationToken shutdown)
    {
        ExecutionKey key = new(runId, executionId, ordinal, attempt);
        if (_catalog.Write(tx => Claim(tx, key)) is not { } work) return;
        using Activity? consumer = LifecycleSpans.Process(work.Execution.Stage, Queue, job?.BackgroundJob.Id ?? work.Execution.JobId ?? "", TraceCarrier.Extract(trace));
        using Activity? span = StartSpan(work);
        using LeaseKeeper keeper = LeaseKeeper.Hold(_catalog, work.Lease, _parts.Time, shutdown);
        Tell(new StageStarted(runId, work.Execution));
        using CancellationTokenSource limit = new(work.Activity.Timeout ?? Timeout.InfiniteTimeSpan, _parts.Time);
        Perform(work, span, keeper.Token, limit.Token, shutdown);
        Tell(new StageEnded(runId, _catalog.Read(tx => tx.Executions.Find(key)!)));
    }

    private StageWork? Claim(CatalogTransaction tx, ExecutionKey key) =>
        tx.Claims.Take(key, _presence.Owner, LeaseKeeper.LeaseTime, _presence.IsAlive) is { } lease ? _inputs.Read(tx, lease) : null;

    private void Perform(StageWork work, Activity? span, CancellationToken wanted, CancellationToken limit, CancellationToken shutdown)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(wanted, limit);
        long started = _parts.Time.GetTimestamp();
        string result = Results.Cancellation;
        try
        {
            Commit(work, Work(work, either.Token), span);
            result = Results.Success;
        }
        catch (LeaseLostException)
        {
            // Another process has it, or nobody wants it: nothing was kept.
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
        {
            _catalog.Write(tx => tx.Claims.Release(work.Lease));
            throw;
        }
        catch (OperationCanceledException) when (wanted.IsCancellationRequested)
        {
            // The run was cancelled, or the claim was lost.
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            result = Results.Failure;
            Fail(work, new StageException(RetryPolicy.TimeoutCode, $"it took longer than its timeout of {work.Activity.Timeout:c}; expected it to end before. Give it more by \"timeout\"."), span);
        }
        catch (Exception cause)
        {
            result = Results.Failure;
            Fail(work, cause, span);
        }
        finally
        {
            span?.SetTag(Attributes.TaskRunResult, result);
            if (work.Key.Ordinal is null) LifecycleMetrics.StageEnded(work.Execution.Stage, result, _parts.Time.GetElapsedTime(started));
        }
    }

    private StageAnswer Work(StageWork work, CancellationToken wanted)
    {
        IStage stage = _parts.Stages.Find(work.Execution.Type);
        StageContext context = _inputs.Context(work);
        string? key = StageReuse.KeyOf(work, stage, context);
        if (_reuse.Find(work, key) is { } earlier) return earlier;
        StageResult result = work.Key.Ordinal is { } ordinal
            ? ((ITrialStage)stage).ExecuteTrial(context, new TrialSpec(ordinal, work.Execution.Settings), wanted)
            : stage.Execute(context, wanted);
        StagePromise.Demand(stage, work, result);
        return new StageAnswer(result, key, CachedFrom: null);
    }

    private void Commit(StageWork work, StageAnswer answer, Activity? span)
    {
        if (answer.Result is TrialsWanted wanted)
        {
            _catalog.Write(tx => StageCommit.StartTrials(tx, work, wanted, span));
            return;
        }
        StageCompleted completed = (StageCompleted)answer.Result;
        foreach (var (name, value) in completed.Metrics) span?.SetTag(Attributes.Metric(name), value);
        if (work.Key.Ordinal is null) span?.SetTag(Attributes.WorkflowActivityOutcome, completed.Outcome);
        if (answer.CachedFrom is { } run) span?.SetTag(Attributes.Cached, true).SetTag(Attributes.CachedFrom, run);
        _catalog.Write(tx => _commit.Complete(tx, work, answer, span));
    }

    private void Fail(StageWork work, Exception cause, Activity? span)
    {
        (string code, bool isRetryable) = cause switch
        {
            StageException known => (known.Code, known.IsRetryable),
            ScenarioException => ("scenario-unusable", false),
            FileNotFoundException => ("artifact-missing", false),
            InvalidDataException => ("artifact-damaged", false),
            DbException => ("catalog-unavailable", true),
            _ => ("unexpected", false),
        };
        string message = code == "unexpected" ? $"{cause.GetType().Name}: {cause.Message}" : cause.Message;
        span.Fail(cause, code == "unexpected" ? null : code);
        try
        {
            bool again = _catalog.Write(tx => _commit.Fail(tx, work, new StageError(code, message, work.Activity.Path), isRetryable, span));
            if (again) span?.AddEvent(new ActivityEvent(Events.Retry, tags: new ActivityTagsCollection { [Attributes.Attempt] = work.Key.Attempt + 1, [Attributes.ErrorType] = code }));
        }
        catch (LeaseLostException)
        {
            // Another process has it, or nobody wants it: the failure counts for nothing.
        }
    }

    private static Activity? StartSpan(StageWork work) => work.Key.Ordinal is { } ordinal
        ? LifecycleSpans.Trial(ordinal, work.Key.ExecutionId, work.Run.Id)
        : LifecycleSpans.Stage(work.Execution.Stage, work.Execution.Type, work.Execution.ActivityId, work.Key.ExecutionId, work.Run.Id, work.Key.Attempt);

    private void Tell(RunEvent happened) => _parts.Progress?.Report(happened);
}
