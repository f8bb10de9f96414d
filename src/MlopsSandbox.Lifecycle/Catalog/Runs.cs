using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The runs.</summary>
public sealed partial class Runs
{
    private const string EndingsCounter = "endings";
    private readonly Session _session;
    private readonly StageExecutions _executions;
    private readonly Approvals _approvals;
    private readonly Incidents _incidents;
    private readonly Waits _waits;
    private readonly RunMarks _marks;
    private readonly Turns _turns;
    private readonly DateTimeOffset _now;

    internal Runs(Session session, StageExecutions executions, Approvals approvals, Incidents incidents, Waits waits, RunMarks marks, Turns turns, DateTimeOffset now) =>
        (_session, _executions, _approvals, _incidents, _waits, _marks, _turns, _now) =
            (session, executions, approvals, incidents, waits, marks, turns, now);

    /// <summary>All runs with their stages and without their journals, the oldest first.</summary>
    public IReadOnlyList<RunRow> All() => WithStages(_session.Query($"SELECT * FROM runs ORDER BY position", Read), _executions.All());

    /// <summary>The runs of a story with their stages, the oldest first.</summary>
    public IReadOnlyList<RunRow> OfStory(string storyId) => WithStages(
        _session.Query($"SELECT * FROM runs WHERE story_id = {storyId} ORDER BY position", Read), _executions.OfStory(storyId));

    /// <summary>Runs that have not ended, without their stages, the oldest first.</summary>
    public IReadOnlyList<RunRow> Unfinished() => _session.Query(
        $"SELECT * FROM runs WHERE status IN ('queued', 'running', 'waiting', 'paused') ORDER BY position", Read);

    /// <summary>The oldest unfinished run, other than this one, that works for a model and whose workflow deploys; null when there is none.</summary>
    public string? UnfinishedTraining(string model, string exceptRun) => _session.First($"""
        SELECT r.id FROM runs r JOIN definitions d ON d.hash = r.definition_hash
        WHERE r.model_name = {model} AND r.id <> {exceptRun} AND r.status IN ('queued', 'running', 'waiting', 'paused')
            AND d.document_json LIKE '%"MlopsSandbox.Deploy"%'
        ORDER BY r.position LIMIT 1
        """, row => row.Text("id"));

    /// <summary>The run of that id with its stages and journal, or null.</summary>
    public RunRow? Show(string id) => Find(id) is { } run
        ? run with
        {
            Stages = _executions.Of(id),
            Tags = _marks.TagsOf(id),
            Notes = _marks.NotesOf(id),
            Approvals = _approvals.Of(id),
            Incidents = _incidents.Of(id),
            Waits = _waits.Of(id),
            QueuedBehind = run.Status == RunStatus.Queued ? _turns.Taken(run.Workflow) : null,
            Journal = JournalOf(id),
        }
        : null;

    /// <summary>The run of that id without its stages, or null.</summary>
    public RunRow? Find(string id) => _session.First($"SELECT * FROM runs WHERE id = {id}", Read);

    /// <summary>True once the run has ended, well or not. Cheap.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public bool HasEnded(string id) =>
        (_session.First($"SELECT status FROM runs WHERE id = {id}", row => row.Text("status")) ?? throw new KeyNotFoundException($"there is no run '{id}'; see mlops runs."))
        is "succeeded" or "failed" or "cancelled";

    /// <summary>The run that waits for this one, or for one that does, with no other that waits for it in turn; the run itself when none waits.</summary>
    public string Topmost(string id)
    {
        while (WaitingParent(id) is { } parent) id = parent.RunId;
        return id;
    }

    /// <summary>The next id of a workflow's runs, such as <c>lifecycle-0007</c>.</summary>
    internal string NextId(string definitionId)
    {
        string name = NoWord().Replace(definitionId.ToLowerInvariant(), "-").Trim('-') is { Length: > 0 } word ? word : "run";
        return string.Create(CultureInfo.InvariantCulture, $"{name}-{_session.Next(name):0000}");
    }

    internal void Add(RunRow run, string? parentExecutionId, ParentWait parentWait) => _session.Execute($"""
        INSERT INTO runs (id, position, definition_hash, workflow, workflow_version, scenario, scenario_folder, model_name, story_id, status, seed, root_seed,
            cause_kind, cause_id, started_at, simulated_at, parent_run_id, parent_execution_id, parent_waits, trace_parent, trace_state, no_cache, rerun_of, rerun_from)
        VALUES ({run.Id}, {_session.Next("position")}, {run.DefinitionHash}, {run.Workflow}, {run.WorkflowVersion}, {run.Scenario}, {run.ScenarioFolder},
            {run.ModelName}, {run.StoryId}, {run.Status}, {run.Seed}, {run.RootSeed}, {run.Cause.Kind}, {run.Cause.Id}, {run.StartedAt}, {run.SimulatedAt},
            {run.ParentRunId}, {parentExecutionId}, {(int)parentWait}, {TraceParent.Of(run.SpanContext)}, {run.SpanContext.TraceState},
            {!run.Reuses}, {run.RerunOf}, {run.RerunFrom})
        """);

    /// <summary>The run that an execution of a parent dispatched, or null.</summary>
    public string? DispatchedBy(string parentRunId, string parentExecutionId) => _session.First(
        $"SELECT id FROM runs WHERE parent_run_id = {parentRunId} AND parent_execution_id = {parentExecutionId}", row => row.Text("id"));

    /// <summary>The execution of the parent that waits for this run, or null.</summary>
    internal (string RunId, string ExecutionId, ParentWait Wait)? WaitingParent(string id) => _session.Query(
        $"SELECT parent_run_id, parent_execution_id, parent_waits FROM runs WHERE id = {id} AND parent_waits > 0",
        row => ((string, string, ParentWait)?)(row.Text("parent_run_id"), row.Text("parent_execution_id"), (ParentWait)row.Number("parent_waits"))).FirstOrDefault();

    /// <summary>The parent no longer waits for this run.</summary>
    internal void LetParentGo(string id) => _session.Execute($"UPDATE runs SET parent_waits = 0 WHERE id = {id}");

    /// <summary>Unfinished runs that this one waits for.</summary>
    internal IReadOnlyList<string> AwaitedBy(string id) => _session.Query(
        $"SELECT id FROM runs WHERE parent_run_id = {id} AND parent_waits > 0 AND status IN ('queued', 'running', 'waiting', 'paused') ORDER BY position", row => row.Text("id"));

    /// <summary>An unfinished run starts no new stage from now on.</summary>
    /// <returns>False when it was paused before, or has ended.</returns>
    internal bool Pause(string id) => _session.Execute($"UPDATE runs SET status = 'paused' WHERE id = {id} AND status IN ('running', 'waiting')") == 1;

    /// <summary>A paused run goes on.</summary>
    /// <returns>False when it was not paused.</returns>
    internal bool Unpause(string id) => _session.Execute($"UPDATE runs SET status = 'running' WHERE id = {id} AND status = 'paused'") == 1;

    /// <summary>A run that failed goes on.</summary>
    internal void Reopen(string id) => _session.Execute($"UPDATE runs SET status = 'running', error = NULL, ended_at = NULL, duration_seconds = NULL WHERE id = {id} AND status = 'failed'");

    /// <summary>Ends a run, once.</summary>
    /// <returns>False when it had ended before.</returns>
    internal bool End(string id, RunStatus status, string? error)
    {
        double? seconds = (_now - Find(id)?.StartedAt)?.TotalSeconds;
        bool ended = _session.Execute($"""
            UPDATE runs SET status = {status}, error = {error}, ended_at = {_now}, duration_seconds = {seconds} WHERE id = {id} AND status IN ('queued', 'running', 'waiting', 'paused')
            """) == 1;
        if (ended) _session.Next(EndingsCounter);
        return ended;
    }

    /// <summary>How often a run of this home has ended; a run that is retried may end again.</summary>
    internal long Endings() => _session.Count($"SELECT value FROM counters WHERE name = {EndingsCounter}");

    /// <summary>Content hash of the definition that a run is pinned to.</summary>
    internal string DefinitionOf(string id) => _session.First($"SELECT definition_hash FROM runs WHERE id = {id}", row => row.Text("definition_hash"))!;

    /// <summary>An unfinished run that is not paused goes on, or waits for people.</summary>
    /// <returns>True when that is new.</returns>
    internal bool Stand(string id, bool isWaiting)
    {
        RunStatus status = isWaiting ? RunStatus.Waiting : RunStatus.Running;
        return _session.Execute($"UPDATE runs SET status = {status} WHERE id = {id} AND status IN ('running', 'waiting') AND status <> {status}") == 1;
    }

    /// <summary>The inputs that a run was started with.</summary>
    public IReadOnlyDictionary<string, JsonElement> InputsOf(string id) =>
        _session.First($"SELECT state_json FROM instances WHERE run_id = {id}", row => row.Json<InstanceState>("state_json"))!.Inputs;

    private List<JournalRow> JournalOf(string id)
    {
        InstanceState state = _session.First($"SELECT state_json FROM instances WHERE run_id = {id}", row => row.Json<InstanceState>("state_json"))!;
        return [.. state.Journal.Select(entry => new JournalRow(entry.ActivityId, entry.Type, entry.Outcome, entry.Text, entry.ExecutionId))];
    }

    private List<RunRow> WithStages(IEnumerable<RunRow> runs, IEnumerable<StageExecutionRow> executions)
    {
        ILookup<string, StageExecutionRow> byRun = executions.ToLookup(execution => execution.RunId, StringComparer.Ordinal);
        ILookup<string, string> tags = _marks.Tags();
        return [.. runs.Select(run => run with { Stages = [.. byRun[run.Id]], Tags = [.. tags[run.Id]] })];
    }

    private static RunRow Read(Row row) => new()
    {
        Id = row.Text("id"),
        Workflow = row.Text("workflow"),
        WorkflowVersion = row.Number("workflow_version"),
        Scenario = row.TextOrNull("scenario"),
        Status = row.Word<RunStatus>("status"),
        StartedAt = row.Time("started_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        SimulatedAt = row.Time("simulated_at"),
        Seed = row.Number("seed"),
        Cause = new RunCause(row.Text("cause_kind"), row.TextOrNull("cause_id")),
        Error = row.TextOrNull("error"),
        Stages = [],
        RootSeed = row.Number("root_seed"),
        ScenarioFolder = row.TextOrNull("scenario_folder"),
        RerunOf = row.TextOrNull("rerun_of"),
        RerunFrom = row.TextOrNull("rerun_from"),
        Reuses = !row.Flag("no_cache"),
        ModelName = row.Text("model_name"),
        StoryId = row.TextOrNull("story_id"),
        ParentRunId = row.TextOrNull("parent_run_id"),
        DefinitionHash = row.Text("definition_hash"),
        SpanContext = TraceParent.Read(row.TextOrNull("trace_parent"), row.TextOrNull("trace_state")),
    };

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoWord();
}
