using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Leaves by the first case that holds, or by all that hold; by <c>Default</c> when none does.</summary>
internal sealed class FlowSwitch : BuiltInActivity
{
    private const string Default = nameof(Default);

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowSwitch", "Branching",
        "Goes the way of the first case that holds, or of all that hold.",
        [
            new ActivityInput("cases", "Object", "Cases, each with a label, which is its port, and a condition."),
            new ActivityInput(SwitchCases.Mode, "String", "Whether the first match is followed or every match.", "\"MatchFirst\"", Allowed: SwitchCases.Modes),
        ],
        null, []);

    public override Step Execute(ActivityExecution execution)
    {
        string[] labels = [.. SwitchCases.Labels(execution.Activity)];
        return new Leaves([.. SwitchCases.Matching(execution).Select(index => labels[index]).DefaultIfEmpty(Default)]);
    }

    public override IReadOnlyList<string>? Ports(ActivityDefinition activity) => [.. SwitchCases.Labels(activity), Default];

    public override IEnumerable<(string Property, string Message)> Problems(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables) =>
        SwitchCases.Of(activity).Select((item, index) => (item, index))
            .Where(one => string.IsNullOrEmpty(one.item.GetText("label")))
            .Select(one => ($"cases[{one.index}]", $"case {one.index + 1} has no label; expected a text that names its port. Set \"label\"."));

    public override IEnumerable<(string Path, WorkflowExpression Expression)> OtherExpressions(ActivityDefinition activity) => SwitchCases.Expressions(activity);
}
