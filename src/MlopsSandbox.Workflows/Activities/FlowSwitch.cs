using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Leaves by the first case that holds, or by all that hold; by <c>Default</c> when none does.</summary>
internal sealed class FlowSwitch : BuiltInActivity
{
    private const string MatchFirst = nameof(MatchFirst), MatchAny = nameof(MatchAny), Default = nameof(Default);

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowSwitch", "Branching",
        "Goes the way of the first case that holds, or of all that hold.",
        [
            new ActivityInput("cases", "Object", "Cases, each with a label, which is its port, and a condition."),
            new ActivityInput("mode", "String", "Whether the first match is followed or every match.", "\"MatchFirst\"", Allowed: [MatchFirst, MatchAny]),
        ],
        null, []);

    public override Step Execute(ActivityExecution execution)
    {
        var matches = Cases(execution.Activity)
            .Where(one => execution.Evaluate($"case '{one.Label}'", one.Condition, "Boolean").ValueKind == JsonValueKind.True)
            .Select(one => one.Label)
            .ToArray();
        var isFirstOnly = execution.Choice("mode") == MatchFirst;
        return matches.Length == 0 ? new Leaves(Default) : new Leaves(isFirstOnly ? matches[..1] : matches);
    }

    public override IReadOnlyList<string>? Ports(ActivityDefinition activity) => [.. Cases(activity).Select(one => one.Label), Default];

    public override IEnumerable<(string Property, string Message)> Problems(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables) =>
        Items(activity).Select((item, index) => (item, index))
            .Where(one => string.IsNullOrEmpty(one.item.GetText("label")))
            .Select(one => ($"cases[{one.index}]", $"case {one.index + 1} has no label; expected a text that names its port. Set \"label\"."));

    public override IEnumerable<(string Path, WorkflowExpression Expression)> OtherExpressions(ActivityDefinition activity) =>
        Cases(activity).Select((one, index) => ($"cases[{index}].condition", one.Condition));

    private static IEnumerable<(string Label, WorkflowExpression Condition)> Cases(ActivityDefinition activity) =>
        Items(activity).Select(item => (item.GetText("label") ?? "", Condition(item)));

    private static WorkflowExpression Condition(JsonElement item) => item.Get("condition") is { } condition
        ? new WorkflowExpression(condition.GetText("type") ?? ExpressionEvaluation.Literal, condition.Get("value") ?? Json.False)
        : new WorkflowExpression(ExpressionEvaluation.Literal, Json.False);

    private static IEnumerable<JsonElement> Items(ActivityDefinition activity) => activity.Json.GetItems("cases");
}
