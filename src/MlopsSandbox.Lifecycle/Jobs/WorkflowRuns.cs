using System.Diagnostics;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Statistics;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Starts and cancels runs.</summary>
public sealed class WorkflowRuns
{
    private readonly CatalogStore _catalog;
    private readonly PinnedDefinitions _pinned;
    private readonly WorkflowSteps _steps;
    private readonly RunSpans _spans;
    private readonly Func<string, WorkflowDefinition?> _definitions;
    private readonly Func<string, Scenario> _scenarios;

    internal WorkflowRuns(CatalogStore catalog, PinnedDefinitions pinned, WorkflowSteps steps, RunSpans spans, JobBridgeParts parts)
    {
        (_catalog, _pinned, _steps, _spans) = (catalog, pinned, steps, spans);
        (_definitions, _scenarios) = (parts.Definitions, parts.Scenarios);
    }

    /// <summary>Starts a run: its row, its first steps and what they ask for are one transaction.</summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="ScenarioException">The scenario that it names can't be found or read. Nothing is kept.</exception>
    public string Start(RunRequest request) => _catalog.Write(tx => Start(tx, request));

    /// <summary>Starts a run within a transaction that is open, to stand or fall with it.</summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="ScenarioException">The scenario that it names can't be found or read.</exception>
    public string Start(CatalogTransaction tx, RunRequest request)
    {
        Scenario? scenario = RunScenario.NameIn(request.Inputs, request.Definition) is { } name ? _scenarios(name) : null;
        RunRow? before = request.RerunOf is null ? null : tx.Runs.Find(request.RerunOf);
        return Begin(tx, request, scenario?.Name, scenario?.Folder, dispatch: null, Links(before, TelemetryNames.Links.Rerun));
    }

    /// <summary>Ends a run on request: its jobs are told to stop, and runs that it waits for are cancelled too.</summary>
    /// <returns>False when it had ended before.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public bool Cancel(string runId) => _catalog.Write(tx => Cancel(tx, runId));

    /// <summary>Ends all unfinished runs of a story within a transaction that is open.</summary>
    public void CancelStory(CatalogTransaction tx, string storyId)
    {
        foreach (RunRow run in tx.Runs.Unfinished().Where(run => run.StoryId == storyId)) Cancel(tx, run.Id);
    }

    /// <summary>Starts the run that an execution dispatched, once; it is about what its parent is about.</summary>
    internal void StartDispatched(CatalogTransaction tx, DispatchRow row)
    {
        if (!tx.Outbox.Done(row.Id)) return;
        if (tx.Runs.DispatchedBy(row.RunId, row.ExecutionId) is { } known)
        {
            if (row.Wait != ParentWait.None && tx.Runs.HasEnded(known)) _steps.Return(tx, known, row.RunId, row.ExecutionId);     // it ended while its parent had given up on it
            return;
        }
        RunRow parent = tx.Runs.Find(row.RunId)!;
        if (IsWithdrawn(tx, parent)) return;
        try
        {
            Dispatch(tx, row, parent);
        }
        catch (Exception cause) when (cause is ScenarioException or DefinitionException or KeyNotFoundException)
        {
            _steps.Tell(tx, parent.Id, new ActivityFaulted(row.ExecutionId, $"workflow '{row.DefinitionId}' could not be started: {cause.Message}"));
        }
    }

    /// <summary>Starts a run by a trigger of its definition. One that a run of a story causes belongs to that story and is about what that run is about.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="request">The run; its scenario, seeds, story and model are settled here.</param>
    /// <param name="publisher">The run that published the event; null when none did.</param>
    /// <exception cref="ScenarioException">The scenario that the definition names can't be found or read.</exception>
    internal string StartTriggered(CatalogTransaction tx, RunRequest request, RunRow? publisher)
    {
        string? name = RunScenario.NameIn(request.Inputs, request.Definition);
        Scenario? scenario = name is null || (publisher is not null && RunScenario.IsThatOf(publisher, name)) ? null : _scenarios(name);
        RunRow? story = publisher?.StoryId is null ? null : publisher;
        RunRequest settled = request with
        {
            Seed = Seeds.Derive(publisher?.Seed ?? RunRequest.DefaultSeed, $"{request.Definition.DefinitionId}:{request.Trigger!.ActivityId}"),
            RootSeed = publisher?.RootSeed ?? RunRequest.DefaultSeed,
            StoryId = story?.StoryId,
            ModelName = story?.ModelName,
            SimulatedAt = story?.SimulatedAt ?? request.SimulatedAt,
            FollowsEndpoint = story is null,
            Reuses = publisher?.Reuses ?? true,
        };
        return Begin(tx, settled, scenario?.Name ?? story?.Scenario, scenario?.Folder ?? story?.ScenarioFolder, dispatch: null, Links(publisher, TelemetryNames.Links.ParentRun));
    }

    /// <summary>True of what a run asked for before its story was cancelled, and nobody has begun: it is begun no more.</summary>
    internal static bool IsWithdrawn(CatalogTransaction tx, RunRow asking) => asking.HasEnded && asking.StoryId is { } story && tx.Stories.IsCancelled(story);

    private bool Cancel(CatalogTransaction tx, string runId)
    {
        if (tx.Runs.HasEnded(runId)) return false;
        _steps.Tell(tx, runId, new CancelRequested());
        return true;
    }

    private void Dispatch(CatalogTransaction tx, DispatchRow row, RunRow parent)
    {
        WorkflowDefinition definition = DefinitionOf(tx, row.DefinitionId);
        string? name = RunScenario.NameIn(row.Inputs);
        Scenario? other = name is null || RunScenario.IsThatOf(parent, name) ? null : _scenarios(name);
        RetrainCause? retrain = tx.DriftReports.CauseFrom(parent.Id);
        RunRequest request = new()
        {
            Definition = definition,
            Inputs = row.Inputs,
            Cause = retrain?.Cause ?? (parent.Cause is { Id: not null, Kind: not ("event" or "dispatch") } ? parent.Cause : new RunCause("dispatch", parent.Id)),
            Seed = Seeds.Derive(parent.Seed, row.ExecutionId),
            RootSeed = parent.RootSeed,
            StoryId = parent.StoryId,
            ModelName = other is null || parent.StoryId is not null ? parent.ModelName : null,    // another scenario has a model of its own
            SimulatedAt = parent.SimulatedAt,
            Reuses = parent.Reuses,
            CorrelationId = row.CorrelationId,
        };
        string child = Begin(tx, request, other?.Name ?? parent.Scenario, other?.Folder ?? parent.ScenarioFolder, row, Links(parent, retrain));
        if (parent.Status == RunStatus.Paused) tx.Runs.Pause(child);
        if (retrain is not null) tx.DriftReports.Started(parent.Id, child);
        if (retrain is not null) LifecycleMetrics.RetrainDispatched(parent.ModelName, retrain.Cause.Kind);
    }

    private string Begin(CatalogTransaction tx, RunRequest request, string? scenario, string? scenarioFolder, DispatchRow? dispatch, IEnumerable<ActivityLink> links)
    {
        tx.Definitions.Keep(request.Definition);
        string id = tx.Runs.NextId(request.Definition.DefinitionId), model = request.ModelName ?? scenario ?? request.Definition.DefinitionId;
        RunRow run = new()
        {
            Id = id,
            Workflow = request.Definition.DefinitionId,
            WorkflowVersion = request.Definition.Version,
            DefinitionHash = request.Definition.ContentHash,
            Scenario = scenario,
            ScenarioFolder = scenarioFolder,
            ModelName = model,
            StoryId = request.StoryId,
            Status = HasTurn(tx, request.Definition, dispatch) ? RunStatus.Running : RunStatus.Queued,
            StartedAt = tx.Now,
            EndedAt = null,
            SimulatedAt = (request.FollowsEndpoint ? tx.Deployments.ClockOf(model) : null) ?? request.SimulatedAt,
            Seed = request.Seed,
            RootSeed = request.RootSeed ?? request.Seed,
            Cause = request.Cause,
            Error = null,
            Stages = [],
            ParentRunId = dispatch?.RunId,
            Reuses = request.Reuses,
            RerunOf = request.RerunOf,
            RerunFrom = request.RerunFrom,
        };
        tx.Runs.Add(run with { SpanContext = _spans.Open(run, links) }, dispatch?.ExecutionId, dispatch?.Wait ?? ParentWait.None);
        foreach (string tag in request.Tags) tx.Marks.Tag(id, tag);
        tx.Instances.Create(id);
        WorkflowStarted started = new(request.Inputs, id) { Trigger = request.Trigger, CorrelationId = request.CorrelationId };
        if (run.Status == RunStatus.Queued) tx.Turns.Wait(id, run.Workflow, started);
        else _steps.Tell(tx, id, started);
        return id;
    }

    // A run that another of the same workflow waits for, itself or through others, is not held: neither would ever end.
    private static bool HasTurn(CatalogTransaction tx, WorkflowDefinition definition, DispatchRow? dispatch)
    {
        if (definition.MaximumRuns is not { } most || tx.Turns.Taken(definition.DefinitionId).Count < most) return true;
        for (string? waiting = dispatch is { Wait: not ParentWait.None } ? dispatch.RunId : null; waiting is not null; waiting = tx.Runs.WaitingParent(waiting)?.RunId)
            if (tx.Runs.Find(waiting)!.Workflow == definition.DefinitionId) return true;
        return false;
    }

    private WorkflowDefinition DefinitionOf(CatalogTransaction tx, string definitionId) =>
        _definitions(definitionId)
        ?? (tx.Definitions.Newest(definitionId) is { } hash ? _pinned.Load(tx, hash) : null)
        ?? throw new KeyNotFoundException($"there is no published definition '{definitionId}'; expected one in the folder of workflows. Name the folder by --workflows.");

    private static ActivityLink[] Links(RunRow parent, RetrainCause? retrain)
    {
        ActivityContext check = TraceParent.Read(retrain?.TraceParent);
        if (check != default) return [LifecycleSpans.Link(check, TelemetryNames.Links.DriftCheck)];
        return Links(parent, TelemetryNames.Links.ParentRun);
    }

    private static ActivityLink[] Links(RunRow? to, string kind) => to is null || to.SpanContext == default ? [] : [LifecycleSpans.Link(to.SpanContext, kind)];
}
