using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Something that is still to be done outside of the catalog's transaction that asked for it.</summary>
/// <param name="Id">In order of asking.</param>
/// <param name="RunId">The run that asks.</param>
/// <param name="ExecutionId">Its execution that asks.</param>
internal abstract record OutboxRow(long Id, string RunId, string ExecutionId);

/// <summary>A job is to be enqueued.</summary>
internal sealed record EnqueueRow(long Id, ExecutionKey Key, string Stage, string? TraceParent) : OutboxRow(Id, Key.RunId, Key.ExecutionId);

/// <summary>Another workflow is to be started.</summary>
internal sealed record DispatchRow(long Id, string RunId, string ExecutionId, string DefinitionId, IReadOnlyDictionary<string, JsonElement> Inputs, ParentWait Wait, string? CorrelationId)
    : OutboxRow(Id, RunId, ExecutionId);

/// <summary>An event is to be delivered.</summary>
internal sealed record PublishRow(long Id, string RunId, string ExecutionId, string EventName, string? CorrelationId, bool IsLocal, JsonElement Payload)
    : OutboxRow(Id, RunId, ExecutionId);

/// <summary>A line is to be shown.</summary>
internal sealed record LineRow(long Id, string RunId, string ExecutionId, string Text) : OutboxRow(Id, RunId, ExecutionId);
