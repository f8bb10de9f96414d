using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Waits until a cron expression is due, or starts a run each time it is.</summary>
internal sealed class Cron : TimeActivity
{
    private const string Input = "cronExpression";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Cron", "Scheduling",
        "Waits until a cron expression is due next; as a trigger it starts a run each time it is.",
        [new ActivityInput(Input, "String", "Second, minute, hour, day of month, month and day of week in UTC, such as 0 0 6 * * MON.", IsRequired: true)], ["Done"], []);

    public override bool IsTrigger => true;

    public override IEnumerable<(string Property, string Message)> Problems(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables)
    {
        if (Written(activity, Input) is { Length: > 0 } written && Problem(written) is { } problem) yield return ($"{Input}.expression.value", problem);
    }

    protected override Schedule ScheduleOf(ActivityExecution execution)
    {
        try
        {
            return CronSchedule.Parse(execution.Text(Input) ?? "");
        }
        catch (FormatException e)
        {
            throw new FaultException($"{Input} is {e.Message}");
        }
    }

    private static string? Problem(string written)
    {
        try
        {
            CronSchedule.Parse(written);
            return null;
        }
        catch (FormatException e)
        {
            return $"{Input} is {e.Message}";
        }
    }
}
