namespace MlopsSandbox.Workflows.Schedules;

/// <summary>An activity that starts instances of its workflow when what it waits for happens.</summary>
/// <param name="ActivityId">The activity.</param>
public abstract record WorkflowTrigger(string ActivityId);

/// <summary>A time starts it.</summary>
public sealed record ScheduleTrigger(string ActivityId, Schedule When) : WorkflowTrigger(ActivityId);

/// <summary>An event of that name starts it.</summary>
public sealed record EventTrigger(string ActivityId, string EventName) : WorkflowTrigger(ActivityId);
