using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>The cases of a switch, each a label and a condition.</summary>
internal static class SwitchCases
{
    public const string Mode = "mode";

    private const string MatchFirst = nameof(MatchFirst), MatchAny = nameof(MatchAny);

    /// <summary>In the order of their numbers.</summary>
    public static readonly IReadOnlyList<string> Modes = [MatchFirst, MatchAny];

    /// <summary>Indices of the cases to follow: of the first that holds, or of all that hold.</summary>
    public static int[] Matching(ActivityExecution execution)
    {
        var isFirstOnly = execution.Choice(Mode) == MatchFirst;
        int[] matches = [.. Of(execution.Activity).Index().Where(one => Holds(execution, one.Item)).Select(one => one.Index)];
        return isFirstOnly ? matches[..Math.Min(1, matches.Length)] : matches;
    }

    public static IEnumerable<string> Labels(ActivityDefinition activity) => Of(activity).Select(item => item.GetText("label") ?? "");

    public static IEnumerable<(string Path, WorkflowExpression Expression)> Expressions(ActivityDefinition activity) =>
        Of(activity).Select((item, index) => ($"cases[{index}].condition", Condition(item)));

    public static IEnumerable<JsonElement> Of(ActivityDefinition activity) => activity.Json.GetItems("cases");

    private static bool Holds(ActivityExecution execution, JsonElement item) =>
        execution.Evaluate($"case '{item.GetText("label")}'", Condition(item), "Boolean").ValueKind == JsonValueKind.True;

    private static WorkflowExpression Condition(JsonElement item) => item.Get("condition") is { } condition
        ? new WorkflowExpression(condition.GetText("type") ?? ExpressionEvaluation.Literal, condition.Get("value") ?? Json.False)
        : new WorkflowExpression(ExpressionEvaluation.Literal, Json.False);
}
