using System.Text.Json;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>What the runner asks the world to do. Stored with the state in one transaction, carried out afterwards at least once.</summary>
/// <param name="ExecutionId">
/// The activity execution that asks: <c>nodeId#visit</c>, unique within its instance and stable over redelivery.
/// </param>
public abstract record WorkflowCommand(string ExecutionId);

/// <summary>Run an activity of a registered, external type (a stage); answered by <see cref="ActivityCompleted"/> or <see cref="ActivityFaulted"/>.</summary>
/// <param name="ExecutionId">The bookmark to answer with.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="Type">Its type, such as <c>MlopsSandbox.Train</c>.</param>
/// <param name="Visit">How often this activity was scheduled in this instance before, from 0.</param>
/// <param name="Inputs">Evaluated inputs that the definition sets; those left out are absent.</param>
public sealed record RunActivity(string ExecutionId, string ActivityId, string Type, int Visit, IReadOnlyDictionary<string, JsonElement> Inputs)
    : WorkflowCommand(ExecutionId);

/// <summary>Run an activity of <see cref="RunActivity"/> once more, with the same inputs, as it failed and is to be tried again.</summary>
public sealed record RepeatActivity(string ExecutionId) : WorkflowCommand(ExecutionId);

/// <summary>Start an instance of another workflow.</summary>
/// <param name="ExecutionId">The bookmark to answer with <see cref="WorkflowReturned"/> when <paramref name="WaitForCompletion"/> is true; else just the idempotency key.</param>
/// <param name="DefinitionId">The workflow definition to start, in its latest published version.</param>
/// <param name="Inputs">Inputs of the new instance.</param>
/// <param name="WaitForCompletion">True when the dispatching activity waits until the new instance has ended.</param>
public sealed record DispatchWorkflow(string ExecutionId, string DefinitionId, IReadOnlyDictionary<string, JsonElement> Inputs, bool WaitForCompletion)
    : WorkflowCommand(ExecutionId)
{
    /// <summary>What ties the new instance to something outside; null when nothing does.</summary>
    public string? CorrelationId { get; init; }
    /// <summary>True when whoever waits goes on also when the new instance waits for something itself.</summary>
    public bool MayWait { get; init; }
}

/// <summary>Ask people to decide; answered by <see cref="ActivityCompleted"/> with one of <see cref="Activities.ApprovalOutcomes"/>.</summary>
/// <param name="ExecutionId">The bookmark to answer with.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="Title">What is to be decided, in a few words.</param>
/// <param name="Message">What whoever decides should know; null when the definition says nothing.</param>
public sealed record AskApproval(string ExecutionId, string ActivityId, string Title, string? Message) : WorkflowCommand(ExecutionId);

/// <summary>Remember that an activity faulted.</summary>
/// <param name="ExecutionId">The execution that faulted.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="Type">Its type.</param>
/// <param name="Message">What was wrong, for people.</param>
public sealed record RaiseIncident(string ExecutionId, string ActivityId, string Type, string Message) : WorkflowCommand(ExecutionId);

/// <summary>Remember that an activity which faulted is tried again.</summary>
public sealed record ResolveIncident(string ExecutionId) : WorkflowCommand(ExecutionId);

/// <summary>Set a timer, in place of one that the execution has set for the same purpose; answered by <see cref="TimerFired"/>.</summary>
/// <param name="ExecutionId">The execution to answer with.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="When">When it is due, from now on by the clock of the instance.</param>
public sealed record StartTimer(string ExecutionId, TimerPurpose Purpose, Schedule When) : WorkflowCommand(ExecutionId);

/// <summary>Wait for an event; answered by <see cref="ActivityCompleted"/> with what it brought as <c>result</c>.</summary>
/// <param name="ExecutionId">The bookmark to answer with.</param>
/// <param name="EventName">The event, in its own case.</param>
/// <param name="CorrelationId">What ties the instance to something outside; an event that names such an id must name this one. Changed by <see cref="Correlated"/>.</param>
public sealed record WaitForEvent(string ExecutionId, string EventName, string? CorrelationId) : WorkflowCommand(ExecutionId);

/// <summary>The instance is tied to something else from now on: what it waits for already counts as of that.</summary>
/// <param name="ExecutionId">The execution that tied it.</param>
/// <param name="CorrelationId">What to; null for nothing.</param>
public sealed record Correlated(string ExecutionId, string? CorrelationId) : WorkflowCommand(ExecutionId);

/// <summary>Publish an event: to every instance that waits for it, and to every definition that it starts.</summary>
/// <param name="ExecutionId">The execution that publishes.</param>
/// <param name="EventName">The event.</param>
/// <param name="CorrelationId">Only instances that are tied to this hear of it, and those that it starts are; null for all.</param>
/// <param name="IsLocal">True when only the publishing instance hears of it, and none is started.</param>
/// <param name="Payload">What it brings.</param>
public sealed record PublishEvent(string ExecutionId, string EventName, string? CorrelationId, bool IsLocal, JsonElement Payload) : WorkflowCommand(ExecutionId);

/// <summary>Ask for a task to be done; answered by <see cref="ActivityCompleted"/> with what is reported as <c>result</c>.</summary>
/// <param name="ExecutionId">The bookmark to answer with.</param>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="TaskId">The task's id.</param>
/// <param name="TaskName">Its name.</param>
/// <param name="Payload">What whoever does it should know.</param>
public sealed record RequestTask(string ExecutionId, string ActivityId, string TaskId, string TaskName, JsonElement Payload) : WorkflowCommand(ExecutionId);

/// <summary>Show a line to whoever watches.</summary>
public sealed record WriteLine(string ExecutionId, string Text) : WorkflowCommand(ExecutionId);

/// <summary>An execution is no longer wanted: neither its work nor its timers, nor whatever else it asked for and waits for.</summary>
public sealed record CancelActivity(string ExecutionId) : WorkflowCommand(ExecutionId);
