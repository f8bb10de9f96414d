using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What people do to a run: decide what it asks, have it try again what failed, hold it, repeat it.</summary>
public sealed class RunControl
{
    private readonly CatalogStore _catalog;
    private readonly PinnedDefinitions _pinned;
    private readonly WorkflowSteps _steps;
    private readonly WorkflowRuns _runs;

    internal RunControl(CatalogStore catalog, PinnedDefinitions pinned, WorkflowSteps steps, WorkflowRuns runs) =>
        (_catalog, _pinned, _steps, _runs) = (catalog, pinned, steps, runs);

    /// <summary>Decides what a run asks: the decision and the steps that follow from it are one transaction.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="activityId">The approval; null for the only one that waits.</param>
    /// <param name="decision">What, who and why.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RunException">It does not ask that, asks several things, or was answered before.</exception>
    public void Decide(string runId, string? activityId, ApprovalDecision decision) => _catalog.Write(tx =>
    {
        tx.Runs.HasEnded(runId);
        ApprovalRow question = Asked(runId, activityId, tx.Approvals.Of(runId));
        tx.Approvals.Decide(question, decision.IsApproved ? ApprovalStatus.Approved : ApprovalStatus.Rejected, decision.By, decision.Reason);
        Dictionary<string, JsonElement> outputs = new()
        {
            ["by"] = JsonSerializer.SerializeToElement(decision.By),
            ["reason"] = JsonSerializer.SerializeToElement(decision.Reason),
        };
        string outcome = decision.IsApproved ? ApprovalOutcomes.Approved : ApprovalOutcomes.Rejected;
        _steps.Tell(tx, runId, new ActivityCompleted(question.ExecutionId, outcome, outputs));
    });

    /// <summary>Has activities that faulted tried again in the same run. A run that failed goes on from there; what it had given up is taken up again.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="activityId">The activity; null for all that faulted.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RunException">Nothing of that kind has faulted in it.</exception>
    public void Retry(string runId, string? activityId) => _catalog.Write(tx =>
    {
        tx.Runs.HasEnded(runId);
        string[] faulted = [.. tx.Incidents.Of(runId).Where(incident => incident.ResolvedAt is null).Select(incident => incident.ActivityId).Distinct(StringComparer.Ordinal)];
        bool isTaken = faulted.Length > 0 && (activityId is null || faulted.Contains(activityId, StringComparer.Ordinal));
        if (!isTaken) throw new RunException(faulted.Length == 0
            ? $"run '{runId}' has no activity that failed and was not retried; expected one."
            : $"run '{runId}': '{activityId}' has not failed; expected one of {string.Join(", ", faulted)}.");
        tx.Runs.Reopen(runId);
        _steps.Tell(tx, runId, new RetryRequested(activityId));
    });

    /// <summary>
    /// Starts a new run that repeats another, with its seed and, as far as no others are given, its inputs. Stages that don't follow from one activity take
    /// the outputs that they had there, unless their own inputs are others now; that activity and what follows from it work.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="from">The activity; null for the first that failed, and for all when none has.</param>
    /// <param name="inputs">Inputs that are to be others, by name.</param>
    /// <returns>The new run's id.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RunException">Its workflow has no such activity.</exception>
    /// <exception cref="Scenarios.ScenarioException">The scenario that the inputs name can't be found or read.</exception>
    public string Rerun(string runId, string? from, IReadOnlyDictionary<string, JsonElement> inputs) => _catalog.Write(tx =>
    {
        tx.Runs.HasEnded(runId);
        RunRow run = tx.Runs.Find(runId)!;
        WorkflowDefinition definition = _pinned.Load(tx, run.DefinitionHash);
        if (from is not null && definition.Find(from) is null)
        {
            string[] ids = [.. definition.Activities.Where(activity => activity.IsExternal).Select(activity => activity.Id)];
            throw new RunException($"run '{runId}': its workflow '{run.Workflow}' has no activity '{from}'; expected one such as {string.Join(", ", ids)}.{NearestName.Hint(from, ids)}");
        }
        Dictionary<string, JsonElement> all = new(tx.Runs.InputsOf(runId), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in inputs) all[name] = value;
        return _runs.Start(tx, new RunRequest
        {
            Definition = definition,
            Inputs = all,
            Seed = run.Seed,
            RootSeed = run.RootSeed,
            ModelName = run.ModelName,
            SimulatedAt = run.SimulatedAt,
            Reuses = run.Reuses,
            RerunOf = runId,
            RerunFrom = from ?? tx.Incidents.Of(runId).FirstOrDefault(incident => incident.ResolvedAt is null)?.ActivityId,
        });
    });

    /// <summary>The definition that a run is pinned to.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public WorkflowDefinition DefinitionOf(string runId) => _catalog.Read(tx =>
    {
        tx.Runs.HasEnded(runId);
        return _pinned.Load(tx, tx.Runs.DefinitionOf(runId));
    });

    /// <summary>The definition that a run is pinned to, as part of what is read already.</summary>
    public WorkflowDefinition DefinitionOf(CatalogTransaction catalog, RunRow run) => _pinned.Load(catalog, run.DefinitionHash);

    /// <summary>Holds a run, and the runs that it waits for: stages that are at work end and are kept, no other is begun.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RunException">It has ended, or is paused.</exception>
    public void Pause(string runId) => _catalog.Write(tx =>
    {
        if (tx.Runs.HasEnded(runId)) throw new RunException($"run '{runId}' has ended; expected one that has not.");
        if (tx.Runs.Find(runId)!.Status == RunStatus.Queued) throw new RunException($"run '{runId}' has not begun, as it waits for its turn; expected one that has.");
        if (!tx.Runs.Pause(runId)) throw new RunException($"run '{runId}' is paused already; expected one that goes on.");
        foreach (string child in Below(tx, runId)) tx.Runs.Pause(child);
    });

    /// <summary>Lets a paused run go on, and the runs that it waits for.</summary>
    /// <returns>False when it was not paused.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public bool Unpause(string runId) => _catalog.Write(tx =>
    {
        tx.Runs.HasEnded(runId);
        bool wasPaused = tx.Runs.Unpause(runId);
        if (!wasPaused) return false;
        string[] family = [.. Below(tx, runId).Where(tx.Runs.Unpause), runId];
        foreach (string run in family) _steps.Stand(tx, run);
        return true;
    });

    // Runs that a run waits for, and those that these wait for, the lowest first.
    private static string[] Below(CatalogTransaction tx, string runId) => [.. tx.Runs.AwaitedBy(runId).SelectMany(child => Below(tx, child).Append(child))];

    private static ApprovalRow Asked(string runId, string? activityId, IReadOnlyList<ApprovalRow> all)
    {
        ApprovalRow[] named = [.. all.Where(question => activityId is null || question.ActivityId == activityId)];
        ApprovalRow[] pending = [.. named.Where(question => question.Status == ApprovalStatus.Pending)];
        if (pending is [_] || (activityId is not null && pending.Length > 0)) return pending[0];
        if (pending.Length > 1) throw new RunException($"run '{runId}' waits for {pending.Length} approvals; expected the activity that is meant: {Names(pending)}.");
        if (named is [.., var last]) throw new RunException($"run '{runId}': {Told(last)}; expected an approval that waits{Others(all)}.");
        throw new RunException(all.Count == 0
            ? $"run '{runId}' has asked for no approval; expected one that waits for it."
            : $"run '{runId}' has no approval '{activityId}'; expected one of {Names(all)}.");
    }

    private static string Told(ApprovalRow question) => question.Status == ApprovalStatus.Withdrawn
        ? $"'{question.ActivityId}' is no longer asked"
        : string.Create(CultureInfo.InvariantCulture,
            $"'{question.ActivityId}' was {(question.Status == ApprovalStatus.Approved ? "approved" : "rejected")} by {question.By} at {question.DecidedAt:yyyy-MM-dd HH:mm:ss} UTC, because: {question.Reason}");

    private static string Others(IReadOnlyList<ApprovalRow> all) =>
        all.Where(question => question.Status == ApprovalStatus.Pending).ToArray() is { Length: > 0 } pending ? $": {Names(pending)}" : "";

    private static string Names(IEnumerable<ApprovalRow> questions) => string.Join(", ", questions.Select(question => question.ActivityId).Distinct(StringComparer.Ordinal));
}
