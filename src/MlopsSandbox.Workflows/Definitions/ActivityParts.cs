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
        .Select(property => (Name: Named(property.Name, activity.Descriptor.Inputs.Select(input => input.Name)), property.Value))
        .Where(property => IsWhole(property.Value) || (IsBare(property.Value) && IsDeclared(activity, property.Name)))
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => Input(same.Last().Value), StringComparer.Ordinal);

    /// <summary>The declared inputs that are written in a way that Elsa takes for not set, each with what it lacks.</summary>
    public static IEnumerable<(string Property, string Lacking)> Unreadable(ActivityDefinition activity) => activity.Json.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.Object && IsSetByExpression(activity, property.Name) && !IsWhole(property.Value))
        .Select(property => (property.Name, Lacking(property.Value)));

    public static IReadOnlyDictionary<string, string> Outputs(ActivityDefinition activity) => activity.Json.EnumerateObject()
        .Where(property => property.Value.Get("expression") is null && VariableId(property) is not null)
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => VariableId(same.Last())!, StringComparer.Ordinal);

    private static string Named(string property, IEnumerable<string> names) =>
        names.FirstOrDefault(name => string.Equals(name, property, StringComparison.OrdinalIgnoreCase)) ?? property;

    private static bool IsWhole(JsonElement value) =>
        value.GetText("typeName") is not null && value.Get("expression") is { ValueKind: JsonValueKind.Object } expression && expression.Get("type") is not null;

    // A bare value is a literal, as on Elsa.
    private static bool IsBare(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null);

    private static bool IsDeclared(ActivityDefinition activity, string name) => activity.Descriptor.Inputs.Any(input => input.Name == name);

    private static bool IsSetByExpression(ActivityDefinition activity, string property) =>
        activity.Descriptor.Inputs.Any(input => input.TypeName != "Variable" && string.Equals(input.Name, property, StringComparison.OrdinalIgnoreCase));

    private static string Lacking(JsonElement value) =>
        value.GetText("typeName") is null ? "typeName" : value.Get("expression") is not { ValueKind: JsonValueKind.Object } ? "expression" : "expression.type";

    private static string? VariableId(JsonProperty property) => property.Value.Get("memoryReference")?.GetText("id");

    private static InputValue Input(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return new InputValue("", new WorkflowExpression(ExpressionEvaluation.Literal, value));
        var expression = value.GetProperty("expression");
        return new InputValue(value.GetText("typeName") ?? "",
            new WorkflowExpression(expression.GetText("type") ?? ExpressionEvaluation.Literal, expression.Get("value") ?? Json.Null));
    }
}
