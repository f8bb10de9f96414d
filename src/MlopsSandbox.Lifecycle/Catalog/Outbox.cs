using System.Diagnostics;
using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What is still to be done: written with the step that asks for it, removed once it was done.</summary>
internal sealed class Outbox(Session session, DateTimeOffset now)
{
    private const string Enqueueing = "enqueue";
    private const string Dispatching = "dispatch";
    private const string Publishing = "publish";
    private const string Showing = "line";

    /// <summary>A job for this execution.</summary>
    /// <param name="key">The execution.</param>
    /// <param name="stage">Its stage.</param>
    /// <param name="parent">The span that the job belongs under.</param>
    public void Enqueue(ExecutionKey key, string stage, ActivityContext parent) =>
        Add(Enqueueing, key, StoredJson.Of(new EnqueuePayload(stage, TraceParent.Of(parent))));

    public void Dispatch(string runId, DispatchWorkflow command) => Add(
        Dispatching, new ExecutionKey(runId, command.ExecutionId, Ordinal: null, Attempt: 1),
        StoredJson.Of(new DispatchPayload(command.DefinitionId, command.Inputs, WaitOf(command), command.CorrelationId)));

    public void Publish(string runId, PublishEvent command) => Add(
        Publishing, new ExecutionKey(runId, command.ExecutionId, Ordinal: null, Attempt: 1),
        StoredJson.Of(new PublishPayload(command.EventName, command.CorrelationId, command.IsLocal, command.Payload)));

    public void Show(string runId, WriteLine command) => Add(
        Showing, new ExecutionKey(runId, command.ExecutionId, Ordinal: null, Attempt: 1), StoredJson.Of(command.Text));

    /// <summary>True when there is something that no process has taken.</summary>
    public bool HasFree() => session.Count($"SELECT COUNT(*) AS value FROM outbox WHERE owner IS NULL") > 0;

    /// <summary>True when there is anything at all.</summary>
    public bool IsEmpty() => session.Count($"SELECT COUNT(*) AS value FROM outbox") == 0;

    /// <summary>Takes all that is free, for this process alone.</summary>
    public IReadOnlyList<OutboxRow> TakeAll(string owner)
    {
        List<OutboxRow> rows = session.Query($"SELECT * FROM outbox WHERE owner IS NULL ORDER BY id", Read);
        if (rows.Count > 0) session.Execute($"UPDATE outbox SET owner = {owner} WHERE owner IS NULL");
        return rows;
    }

    /// <summary>Gives back what this process took and has not done.</summary>
    public void GiveBack(string owner) => session.Execute($"UPDATE outbox SET owner = NULL WHERE owner = {owner}");

    /// <summary>Processes that have taken something.</summary>
    public IReadOnlyList<string> Owners() => session.Query($"SELECT DISTINCT owner FROM outbox WHERE owner IS NOT NULL", row => row.Text("owner"));

    /// <summary>It was done.</summary>
    /// <returns>False when it was done before, or is no longer wanted.</returns>
    public bool Done(long id) => session.Execute($"DELETE FROM outbox WHERE id = {id}") == 1;

    /// <summary>Nothing that an execution asked for is wanted any more; lines are still shown, and what it published is delivered.</summary>
    public void Cancel(string runId, string executionId) =>
        session.Execute($"DELETE FROM outbox WHERE run_id = {runId} AND execution_id = {executionId} AND kind NOT IN ({Showing}, {Publishing})");

    private static ParentWait WaitOf(DispatchWorkflow command) =>
        !command.WaitForCompletion ? ParentWait.None : command.MayWait ? ParentWait.EndOrWait : ParentWait.End;

    private void Add(string kind, ExecutionKey key, string payload) => session.Execute($"""
        INSERT INTO outbox (id, kind, run_id, execution_id, ordinal, attempt, payload_json, added_at)
        VALUES ({session.Next("outbox")}, {kind}, {key.RunId}, {key.ExecutionId}, {key.Column}, {key.Attempt}, {payload}, {now})
        """);

    private static OutboxRow Read(Row row)
    {
        long id = row.Whole("id");
        ExecutionKey key = new(row.Text("run_id"), row.Text("execution_id"), row.Number("ordinal") is var ordinal and >= 0 ? ordinal : null, row.Number("attempt"));
        switch (row.Text("kind"))
        {
            case Enqueueing:
                EnqueuePayload enqueue = row.Json<EnqueuePayload>("payload_json");
                return new EnqueueRow(id, key, enqueue.Stage, enqueue.TraceParent);
            case Dispatching:
                DispatchPayload dispatch = row.Json<DispatchPayload>("payload_json");
                return new DispatchRow(id, key.RunId, key.ExecutionId, dispatch.DefinitionId, dispatch.Inputs, dispatch.Wait, dispatch.CorrelationId);
            case Publishing:
                PublishPayload publish = row.Json<PublishPayload>("payload_json");
                return new PublishRow(id, key.RunId, key.ExecutionId, publish.EventName, publish.CorrelationId, publish.IsLocal, publish.Payload);
            case Showing:
                return new LineRow(id, key.RunId, key.ExecutionId, row.Json<string>("payload_json"));
            case var kind:
                throw new UnreachableException($"outbox row {id} is a '{kind}'.");
        }
    }

    private sealed record EnqueuePayload(string Stage, string? TraceParent);

    private sealed record DispatchPayload(string DefinitionId, IReadOnlyDictionary<string, JsonElement> Inputs, ParentWait Wait, string? CorrelationId);

    private sealed record PublishPayload(string EventName, string? CorrelationId, bool IsLocal, JsonElement Payload);
}
