using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>An activity that waits for a time. One that starts instances has waited when it did.</summary>
internal abstract class TimeActivity : BuiltInActivity
{
    public sealed override bool WaitsForPeople => true;

    public sealed override WorkflowTrigger TriggerOf(ActivityExecution execution) => new ScheduleTrigger(execution.Activity.Id, ScheduleOf(execution));

    public sealed override Step Execute(ActivityExecution execution)
    {
        if (execution.IsTrigger) return Leaves.Done;
        return execution.WaitFor(new StartTimer(execution.Id, TimerPurpose.Wait, ScheduleOf(execution)));
    }

    /// <summary>When it is due.</summary>
    /// <exception cref="FaultException">That can't be told.</exception>
    protected abstract Schedule ScheduleOf(ActivityExecution execution);

    /// <summary>The text that the definition writes for an input; null when it writes none, or a script.</summary>
    protected static string? Written(ActivityDefinition activity, string input) =>
        activity.Inputs.TryGetValue(input, out var value) && value.Expression.Type is "Literal" or "Object" ? value.Expression.Text : null;
}
