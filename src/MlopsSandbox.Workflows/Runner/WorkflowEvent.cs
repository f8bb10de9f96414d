using System.Text.Json;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>Something that happened to an instance and that the runner answers.</summary>
public abstract record WorkflowEvent;

/// <summary>The instance begins. Told once, with the inputs of the run.</summary>
/// <param name="Inputs">Input name to value; names are compared without case, as Elsa does.</param>
/// <param name="InstanceId">The instance's id, for scripts that ask; null when they are not to know.</param>
public sealed record WorkflowStarted(IReadOnlyDictionary<string, JsonElement> Inputs, string? InstanceId = null) : WorkflowEvent
{
    /// <summary>The trigger that started it; null when somebody did.</summary>
    public StartTrigger? Trigger { get; init; }
    /// <summary>What ties it to something outside from the start; null when nothing does.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>An activity that ran outside of the runner has ended well. Told twice, the second is ignored.</summary>
/// <param name="ExecutionId">The bookmark: the execution that <see cref="RunActivity"/> or another command named.</param>
/// <param name="Outcome">The port it leaves by, such as <c>Done</c> or <c>Accepted</c>.</param>
/// <param name="Outputs">Declared outputs, name to value; written to the variables that the definition refers to.</param>
public sealed record ActivityCompleted(string ExecutionId, string Outcome, IReadOnlyDictionary<string, JsonElement> Outputs) : WorkflowEvent;

/// <summary>
/// An attempt at an activity that ran outside of the runner has failed, told once for each attempt. With a code it is tried again if its policy says so;
/// else the instance faults, or goes on with an incident, as its definition says.
/// </summary>
/// <param name="ExecutionId">The execution that failed.</param>
/// <param name="Message">What was wrong, for people.</param>
public sealed record ActivityFaulted(string ExecutionId, string Message) : WorkflowEvent
{
    /// <summary>Stable name of what was wrong, by which a policy chooses; null when it failed for good.</summary>
    public string? Code { get; init; }
    /// <summary>True when the same attempt may succeed later.</summary>
    public bool IsTransient { get; init; }
}

/// <summary>
/// Somebody asks that faulted activities run again, in the same executions. An instance that has faulted goes on, with all that was given up when it did.
/// Without such an incident it is ignored.
/// </summary>
/// <param name="ActivityId">The activity; null for all that have faulted.</param>
public sealed record RetryRequested(string? ActivityId = null) : WorkflowEvent;

/// <summary>Another instance that this one waits for has ended, or waits itself. Told twice, the second is ignored.</summary>
/// <param name="ExecutionId">The bookmark: the execution that <see cref="DispatchWorkflow"/> named.</param>
/// <param name="InstanceId">The other instance.</param>
/// <param name="Status">How it has ended; <see cref="InstanceStatus.Running"/> when it waits.</param>
/// <param name="Outputs">The outputs that it has given.</param>
public sealed record WorkflowReturned(string ExecutionId, string InstanceId, InstanceStatus Status, IReadOnlyDictionary<string, JsonElement> Outputs) : WorkflowEvent;

/// <summary>A timer of <see cref="StartTimer"/> has fired. Told twice, or after the execution has gone on, it is ignored.</summary>
/// <param name="ExecutionId">The execution that set it.</param>
/// <param name="Purpose">What it was set for.</param>
public sealed record TimerFired(string ExecutionId, TimerPurpose Purpose) : WorkflowEvent;

/// <summary>Somebody asks the instance to end.</summary>
public sealed record CancelRequested : WorkflowEvent;
