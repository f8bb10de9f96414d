using System.Diagnostics;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Workflow instances in the transaction that is open: a saved step and the rows that its commands ask for stand or fall together.</summary>
internal sealed class Instances(Session session, StageExecutions executions, Outbox outbox, Approvals approvals, Incidents incidents, Waits waits) : IInstanceStore
{
    // What this transaction has read and saved: nobody else can have saved anything meanwhile, so a walk of several steps reads its state once.
    private readonly Dictionary<string, StoredInstance> _known = new(StringComparer.Ordinal);

    public void Create(string runId) => session.Execute(
        $"INSERT INTO instances (run_id, version, state_json) VALUES ({runId}, 0, {StoredJson.Of(new InstanceState())})");

    /// <inheritdoc/>
    public StoredInstance? Load(string instanceId)
    {
        if (_known.TryGetValue(instanceId, out StoredInstance? known)) return known;
        StoredInstance? stored = session.First($"""
            SELECT i.version, i.state_json, r.definition_hash FROM instances i JOIN runs r ON r.id = i.run_id WHERE i.run_id = {instanceId}
            """, row => new StoredInstance(instanceId, row.Text("definition_hash"), row.Json<InstanceState>("state_json"), row.Whole("version")));
        if (stored is not null) _known[instanceId] = stored;
        return stored;
    }

    /// <inheritdoc/>
    public bool Save(string instanceId, InstanceState state, long expectedVersion, IReadOnlyList<WorkflowCommand> commands)
    {
        int saved = session.Execute($"""
            UPDATE instances SET version = {expectedVersion + 1}, state_json = {StoredJson.Of(state)} WHERE run_id = {instanceId} AND version = {expectedVersion}
            """);
        if (saved == 0)
        {
            _known.Remove(instanceId);
            return false;
        }
        if (_known.TryGetValue(instanceId, out StoredInstance? known)) _known[instanceId] = known with { State = state, Version = expectedVersion + 1 };
        foreach (WorkflowCommand command in commands) Ask(instanceId, command);
        return true;
    }

    private void Ask(string runId, WorkflowCommand command)
    {
        switch (command)
        {
            case RunActivity run:
                Start(executions.Queue(runId, run), StageName.Of(run.Type), RootSpanOf(runId));
                break;
            case RepeatActivity repeat:
                ExecutionKey again = executions.QueueAgain(runId, repeat.ExecutionId);
                Start(again, executions.Find(again)!.Stage, RootSpanOf(runId));
                break;
            case DispatchWorkflow dispatch:
                outbox.Dispatch(runId, dispatch);
                break;
            case AskApproval approval:
                approvals.Ask(runId, approval);
                break;
            case RaiseIncident incident:
                incidents.Raise(runId, incident);
                break;
            case ResolveIncident resolved:
                incidents.Resolve(runId, resolved.ExecutionId);
                break;
            case PublishEvent publish:
                outbox.Publish(runId, publish);
                break;
            case WriteLine line:
                outbox.Show(runId, line);
                break;
            case CancelActivity cancel:
                executions.Cancel(runId, cancel.ExecutionId);
                outbox.Cancel(runId, cancel.ExecutionId);
                approvals.Withdraw(runId, cancel.ExecutionId);
                waits.Cancel(runId, cancel.ExecutionId);
                break;
            case var wait when waits.Ask(runId, wait):
                break;
            default:
                throw new UnreachableException($"no rule for {command.GetType().Name}.");
        }
    }

    // A stage that is retried after a trial of it failed first waits for its trials.
    private void Start(ExecutionKey stage, string name, ActivityContext root)
    {
        IReadOnlyList<ExecutionKey> trials = stage.Attempt > 1 ? executions.QueueTrialsAgain(stage) : [];
        if (trials.Count > 0) executions.AwaitTrials(stage);
        foreach (ExecutionKey key in trials.DefaultIfEmpty(stage)) outbox.Enqueue(key, name, root);
    }

    private ActivityContext RootSpanOf(string runId) => session.Query(
        $"SELECT trace_parent, trace_state FROM runs WHERE id = {runId}",
        row => TraceParent.Read(row.TextOrNull("trace_parent"), row.TextOrNull("trace_state"))).FirstOrDefault();
}
