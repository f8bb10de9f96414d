using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs the activity of the first case that holds, or of all that hold; the default when none does.</summary>
internal sealed class Switch : Container
{
    private const string Default = "default";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Switch", "Branching", "Runs the activity of the first case that holds, or of all that hold.",
        [
            new ActivityInput("cases", "Object", "Cases, each with a label, a condition and an activity."),
            new ActivityInput(SwitchCases.Mode, "String", "Whether the first match is run or every match.", "\"MatchFirst\"", Allowed: SwitchCases.Modes),
        ],
        ["Done"], [new ActivityOutput("output", "Object", "Nothing; kept for Elsa.")]);

    public override IReadOnlyList<string> Slots { get; } = [Default];

    public override IEnumerable<(string Slot, JsonElement Activity)> Inside(JsonElement json) => json.GetItems("cases")
        .Select((one, index) => (Slot: SlotOf(index), Activity: one.Get("activity") ?? Json.Null))
        .Where(one => !one.Activity.IsNothing())
        .Concat(base.Inside(json));

    public override Step Execute(ActivityExecution execution)
    {
        var walk = execution.Walk;
        var matches = SwitchCases.Matching(execution);
        var scope = walk.Open(execution.Activity, execution.Due);
        ActivityDefinition[] due = [.. matches.Select(SlotOf).DefaultIfEmpty(Default).Select(execution.Activity.ChildIn).OfType<ActivityDefinition>()];
        walk.Update(scope with { Outstanding = due.Length });
        foreach (var activity in due) walk.Schedule(activity, scope.ExecutionId);
        if (due.Length == 0) walk.Close(scope.ExecutionId);
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward) => walk.OneLess(scope);

    public override IEnumerable<(string Path, WorkflowExpression Expression)> OtherExpressions(ActivityDefinition activity) => SwitchCases.Expressions(activity);

    private static string SlotOf(int index) => $"cases[{index}].activity";
}
