using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Waits until a time, or starts a run then.</summary>
internal sealed class StartAt : TimeActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.StartAt", "Scheduling", "Waits until a time; as a trigger it starts one run then.",
        [new ActivityInput("dateTime", "DateTimeOffset", "The time, such as 2026-03-01T06:00:00Z.", IsRequired: true)], ["Done"], []);

    public override bool IsTrigger => true;

    protected override Schedule ScheduleOf(ActivityExecution execution) => new TimeSchedule(execution.Time("dateTime"));
}
