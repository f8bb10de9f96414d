using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Stage executions with their trials and attempts: what is queued, and how it ended. Claims are in <see cref="Claims"/>.</summary>
internal sealed class StageExecutions(Session session, DateTimeOffset now)
{
    private const string NoMetrics = "{}";

    public IReadOnlyList<StageExecutionRow> All() => session.Query($"SELECT * FROM stage_executions ORDER BY position", Read);

    public IReadOnlyList<StageExecutionRow> Of(string runId) => session.Query($"SELECT * FROM stage_executions WHERE run_id = {runId} ORDER BY position", Read);

    /// <summary>The executions of some runs, each run's in order of queueing.</summary>
    public IReadOnlyList<StageExecutionRow> Of(IEnumerable<string> runIds) => [.. runIds.Chunk(Statement.ListLength).SelectMany(ids => session.Query(
        new Statement().Add($"SELECT * FROM stage_executions WHERE run_id IN").AddList(ids).Add($"ORDER BY position").Whole, Read))];

    public IReadOnlyList<StageExecutionRow> OfStory(string storyId) => session.Query($"""
        SELECT e.* FROM stage_executions e JOIN runs r ON r.id = e.run_id WHERE r.story_id = {storyId} ORDER BY e.position
        """, Read);

    public StageExecutionRow? Find(ExecutionKey key) => session.First($"""
        SELECT * FROM stage_executions WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
        """, Read);

    /// <summary>The last attempt at a stage, or null.</summary>
    public StageExecutionRow? LastOf(ExecutionKey key) => Find(key with { Attempt = LastAttempt(key) });

    /// <summary>The first execution that was made from what this digest stands for, or null.</summary>
    public StageExecutionRow? MadeFrom(string reuseKey) => session.First(
        $"SELECT * FROM stage_executions WHERE reuse_key = {reuseKey} AND status = 'succeeded' ORDER BY position LIMIT 1", Read);

    /// <summary>The trials of an execution that have ended well, by ordinal.</summary>
    public IReadOnlyList<TrialResult> TrialsOf(ExecutionKey key) => session.Query($"""
        SELECT * FROM stage_executions WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal >= 0 AND status = 'succeeded' ORDER BY ordinal
        """, row => Read(row) is var trial ? new TrialResult(new TrialSpec(trial.Trial!.Value, trial.Settings), trial.Outputs, trial.Metrics) : null!);

    /// <summary>True while a trial of an execution has not ended.</summary>
    public bool HasOpenTrials(ExecutionKey key) => session.Count($"""
        SELECT COUNT(*) AS value FROM stage_executions
        WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal >= 0 AND status IN ('queued', 'running')
        """) > 0;

    /// <summary>The last attempt at the stage itself that a trial belongs to.</summary>
    public ExecutionKey StageOf(ExecutionKey trial)
    {
        ExecutionKey stage = trial with { Ordinal = null };
        return stage with { Attempt = LastAttempt(stage) };
    }

    /// <summary>Queues an execution; one that was there before, for the next attempt at it.</summary>
    public ExecutionKey Queue(string runId, RunActivity command)
    {
        ExecutionKey first = new(runId, command.ExecutionId, Ordinal: null, Attempt: 1);
        ExecutionKey key = first with { Attempt = 1 + LastAttempt(first) };
        Insert(key, command.ActivityId, command.Type, StoredJson.Of(command.Inputs));
        return key;
    }

    public ExecutionKey QueueTrial(StageExecutionRow stage, TrialSpec trial)
    {
        ExecutionKey key = new(stage.RunId, stage.ExecutionId, trial.Ordinal, Attempt: 1);
        Insert(key, stage.ActivityId, stage.Type, trial.Settings.GetRawText());
        return key;
    }

    /// <summary>Queues again the trials of a stage that have not ended well, just as it had asked for them: then the stage is asked on as if they never had failed.</summary>
    public IReadOnlyList<ExecutionKey> QueueTrialsAgain(ExecutionKey stage)
    {
        List<StageExecutionRow> trials = session.Query($"""
            SELECT * FROM stage_executions WHERE run_id = {stage.RunId} AND execution_id = {stage.ExecutionId} AND ordinal >= 0 ORDER BY ordinal, attempt
            """, Read);
        return [.. trials.GroupBy(trial => trial.Trial).Select(attempts => attempts.Last()).Where(last => last.Status != ExecutionStatus.Succeeded).Select(QueueAgain)];
    }

    /// <summary>Queues another attempt at an execution that failed.</summary>
    public ExecutionKey QueueAgain(StageExecutionRow failed)
    {
        ExecutionKey next = new(failed.RunId, failed.ExecutionId, failed.Trial, failed.Attempt + 1);
        Insert(next, failed.ActivityId, failed.Type, failed.Settings.GetRawText());
        return next;
    }

    /// <summary>Queues another attempt at a stage, with the inputs of the last.</summary>
    public ExecutionKey QueueAgain(string runId, string executionId) =>
        QueueAgain(Find(StageOf(new ExecutionKey(runId, executionId, Ordinal: null, Attempt: 1)))!);

    /// <summary>The trials that a stage asked for are to run now; the stage waits for them.</summary>
    public void AwaitTrials(ExecutionKey key) => SetStatus(key, ExecutionStatus.Waiting);

    /// <summary>The execution is to be taken up again.</summary>
    public void Requeue(ExecutionKey key) => SetStatus(key, ExecutionStatus.Queued);

    public void Succeed(ExecutionKey key, StageCompleted completed, string? reuseKey, string? cachedFrom) => session.Execute($"""
        UPDATE stage_executions SET status = 'succeeded', outcome = {(key.Ordinal is null ? completed.Outcome : null)}, ended_at = {now},
            metrics_json = {StoredJson.Of(completed.Metrics)}, outputs_json = {StoredJson.Of(completed.Outputs)}, reuse_key = {reuseKey}, cached_from = {cachedFrom}, lease_owner = NULL, lease_until = NULL
        WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
        """);

    public void Fail(ExecutionKey key, StageError error) => session.Execute($"""
        UPDATE stage_executions SET status = 'failed', error_json = {StoredJson.Of(error)}, ended_at = {now}, lease_owner = NULL, lease_until = NULL
        WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
        """);

    /// <summary>Nothing of this activity execution is wanted any more: neither the stage nor its trials.</summary>
    public void Cancel(string runId, string executionId) => session.Execute($"""
        UPDATE stage_executions SET status = 'cancelled', ended_at = {now}, lease_owner = NULL, lease_until = NULL
        WHERE run_id = {runId} AND execution_id = {executionId} AND status IN ('queued', 'running', 'waiting')
        """);

    /// <summary>The Hangfire job that was enqueued for an execution.</summary>
    public void SetJob(ExecutionKey key, string jobId) => session.Execute($"""
        UPDATE stage_executions SET job_id = {jobId}
        WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
        """);

    public void SetSpan(ExecutionKey key, string? spanId) => session.Execute($"""
        UPDATE stage_executions SET span_id = {spanId}
        WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
        """);

    /// <summary>Queued executions whose row has left the outbox, each with the job that was enqueued for it.</summary>
    public IReadOnlyList<StageExecutionRow> Enqueued() => session.Query($"""
        SELECT e.* FROM stage_executions e JOIN runs r ON r.id = e.run_id AND r.status = 'running' WHERE e.status = 'queued' AND NOT EXISTS (
            SELECT 1 FROM outbox o WHERE o.run_id = e.run_id AND o.execution_id = e.execution_id AND o.ordinal = e.ordinal AND o.attempt = e.attempt)
        ORDER BY e.position
        """, Read);

    private int LastAttempt(ExecutionKey key) => (int)session.Count($"""
        SELECT COALESCE(MAX(attempt), 0) AS value FROM stage_executions WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column}
        """);

    private void SetStatus(ExecutionKey key, ExecutionStatus status) => session.Execute($"""
        UPDATE stage_executions SET status = {status}, job_id = NULL, lease_owner = NULL, lease_until = NULL
        WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
        """);

    private void Insert(ExecutionKey key, string activityId, string type, string settings) => session.Execute($"""
        INSERT INTO stage_executions (run_id, execution_id, ordinal, attempt, position, activity_id, type, stage, status,
            settings_json, metrics_json, outputs_json, queued_at, lease_counter)
        VALUES ({key.RunId}, {key.ExecutionId}, {key.Column}, {key.Attempt}, {session.Next("position")}, {activityId}, {type}, {StageName.Of(type)},
            {ExecutionStatus.Queued}, {settings}, {NoMetrics}, {NoMetrics}, {now}, 0)
        """);

    private static StageExecutionRow Read(Row row) => new()
    {
        ActivityId = row.Text("activity_id"),
        Stage = row.Text("stage"),
        Trial = row.Number("ordinal") is var ordinal and >= 0 ? ordinal : null,
        Attempt = row.Number("attempt"),
        Status = row.Word<ExecutionStatus>("status"),
        Outcome = row.TextOrNull("outcome"),
        StartedAt = row.TimeOrNull("started_at"),
        Metrics = row.Json<Dictionary<string, double>>("metrics_json"),
        Outputs = row.Json<Dictionary<string, StageOutput>>("outputs_json"),
        JobId = row.TextOrNull("job_id"),
        SpanId = row.TextOrNull("span_id"),
        Error = row.JsonOrNull<StageError>("error_json"),
        RunId = row.Text("run_id"),
        ExecutionId = row.Text("execution_id"),
        Type = row.Text("type"),
        Settings = row.Json<JsonElement>("settings_json"),
        QueuedAt = row.Time("queued_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        CachedFrom = row.TextOrNull("cached_from"),
    };
}
