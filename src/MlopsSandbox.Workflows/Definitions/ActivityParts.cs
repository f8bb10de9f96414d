using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>
/// Reads what an activity sets: a property with an expression is an input, one with only a memory reference is an output. A declared input is known
/// by its name in any case, as on Elsa.
/// </summary>
internal static class ActivityParts
{
    public static IReadOnlyDictionary<string, InputValue> Inputs(ActivityDefinition activity) => activity.Json.EnumerateObject()
        .Where(property => property.Value.Get("expression") is { ValueKind: JsonValueKind.Object })
        .GroupBy(property => Named(property.Name, activity.Descriptor.Inputs.Select(input => input.Name)), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => Input(same.Last().Value), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Outputs(ActivityDefinition activity) => activity.Json.EnumerateObject()
        .Where(property => property.Value.Get("expression") is null && VariableId(property) is not null)
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => VariableId(same.Last())!, StringComparer.Ordinal);

    private static string Named(string property, IEnumerable<string> names) =>
        names.FirstOrDefault(name => string.Equals(name, property, StringComparison.OrdinalIgnoreCase)) ?? property;

    private static string? VariableId(JsonProperty property) => property.Value.Get("memoryReference")?.GetText("id");

    private static InputValue Input(JsonElement value)
    {
        var expression = value.GetProperty("expression");
        return new InputValue(value.GetText("typeName") ?? "",
            new WorkflowExpression(expression.GetText("type") ?? ExpressionEvaluation.Literal, expression.Get("value") ?? Json.Null));
    }
}
