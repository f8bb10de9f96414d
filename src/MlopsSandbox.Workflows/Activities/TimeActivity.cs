using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>An activity that waits for a time.</summary>
internal abstract class TimeActivity : BuiltInActivity
{
    public override bool WaitsForPeople => true;

    public override Step Execute(ActivityExecution execution)
    {
        var schedule = ScheduleOf(execution);
        if (execution.Walk.State.Fault is not null) return new Opened();    // the instance is faulting, and what waits in it was cancelled
        execution.Walk.Emit(new StartTimer(execution.Id, TimerPurpose.Wait, schedule));
        return new Waits();
    }

    /// <summary>When it is due.</summary>
    /// <exception cref="FaultException">That can't be told.</exception>
    protected abstract Schedule ScheduleOf(ActivityExecution execution);
}
