using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Waits for a time span.</summary>
internal sealed class Delay : TimeActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Delay", "Scheduling", "Waits for a time span.",
        [new ActivityInput("timeSpan", "TimeSpan", "How long to wait, as [d.]hh:mm:ss.")], ["Done"], []);

    public override IEnumerable<(string Property, string Message)> Warnings(ActivityDefinition activity) => activity.Inputs.ContainsKey("timeSpan")
        ? [] : [("", "timeSpan is not set, so that it doesn't wait; expected how long to wait, such as 00:05:00. Set \"timeSpan\".")];

    protected override Schedule ScheduleOf(ActivityExecution execution) => new IntervalSchedule(execution.Duration("timeSpan"));
}
