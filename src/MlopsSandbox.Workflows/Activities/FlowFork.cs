using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Leaves by all its branches at once.</summary>
internal sealed class FlowFork : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowFork", "Branching", "Branches into several ports that all are followed.",
        [new ActivityInput("branches", "String[]", "Names of the ports.")], null, []);

    public override Step Execute(ActivityExecution execution) =>
        execution.Input("branches") is { ValueKind: JsonValueKind.Array } branches ? new Leaves(Texts(branches)) : Leaves.Done;

    public override IReadOnlyList<string>? Ports(ActivityDefinition activity)
    {
        if (!activity.Inputs.TryGetValue("branches", out var branches)) return ["Done"];
        if (branches.Expression.Type is not (ExpressionEvaluation.Literal or ExpressionEvaluation.Object)) return null;
        try
        {
            return ElsaValue.Convert(branches.Expression.Value, "String[]") is { ValueKind: JsonValueKind.Array } names ? Texts(names) : ["Done"];
        }
        catch (ExpressionException)
        {
            return null;    // told as a problem of the input itself
        }
    }

    private static string[] Texts(JsonElement names) => [.. names.EnumerateArray().Select(TypedValue.AsText)];
}
