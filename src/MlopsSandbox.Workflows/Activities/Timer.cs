using System.Globalization;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Waits for a time span, or starts a run each time it has passed.</summary>
internal sealed class Timer : TimeActivity
{
    private static readonly TimeSpan LeastBetweenRuns = TimeSpan.FromSeconds(1);

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Timer", "Scheduling", "Waits for a time span; as a trigger it starts a run each time it has passed.",
        [new ActivityInput("interval", "TimeSpan", "How long to wait, or the time between two runs, as [d.]hh:mm:ss.", "\"00:01:00\"")], ["Done"], []);

    public override bool IsTrigger => true;

    public override IEnumerable<(string Property, string Message)> Problems(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables)
    {
        if (activity.CanStartWorkflow && TimeSpan.TryParse(Written(activity, "interval"), CultureInfo.InvariantCulture, out var interval) && interval < LeastBetweenRuns)
            yield return ("interval.expression.value", TooShort(interval));
    }

    protected override Schedule ScheduleOf(ActivityExecution execution)
    {
        var interval = execution.Duration("interval");
        if (execution.Activity.CanStartWorkflow && interval < LeastBetweenRuns) throw new FaultException(TooShort(interval));
        return new IntervalSchedule(interval);
    }

    private static string TooShort(TimeSpan interval) =>
        $"interval is {interval:c}; expected at least {LeastBetweenRuns:c} between two runs, as this activity starts them (canStartWorkflow).";
}
