using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Reads declared variables and inputs.</summary>
internal static class DocumentParts
{
    /// <summary>Variables of the workflow or of a container. One without an id gets <c>owner:variable-n</c>, as on Elsa.</summary>
    public static IReadOnlyList<VariableDefinition> Variables(JsonElement owner, string ownerId, string path, ProblemList problems) =>
        VariableRules.Checked([.. owner.GetItems("variables").Select((json, index) => Variable(json, ownerId, index, $"{path}.variables[{index}]", problems))], path, problems);

    public static IReadOnlyList<InputDefinition> Inputs(JsonElement document, ProblemList problems)
    {
        VariableRules.CheckInputs(document, problems);
        return Inputs(document);
    }

    private static IReadOnlyList<InputDefinition> Inputs(JsonElement document) =>
    [
        .. document.GetItems("inputs").Where(input => !string.IsNullOrEmpty(input.GetText("name"))).Select(input => new InputDefinition(
            input.GetText("name")!,
            (input.GetText("type") ?? "Object") + (input.GetFlag("isArray") ? "[]" : ""),
            input.GetText("displayName") ?? "",
            input.GetText("description") ?? "")),
    ];

    private static VariableDefinition Variable(JsonElement json, string ownerId, int index, string path, ProblemList problems)
    {
        var id = json.GetText("id") is { Length: > 0 } given ? given : $"{ownerId}:variable-{index + 1}";
        var name = json.GetText("name") is { Length: > 0 } named ? named : $"Variable{index + 1}";
        var type = (json.GetText("typeName") ?? "Object") + (json.GetFlag("isArray") ? "[]" : "");
        return new VariableDefinition(id, name, type, Initial(json, name, type, path, problems));
    }

    private static JsonElement Initial(JsonElement json, string name, string type, string path, ProblemList problems)
    {
        var value = json.Get("value") ?? Json.Null;
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0 && type != "String") return Json.Null;
        try
        {
            return TypedValue.Convert(value, type);
        }
        catch (ExpressionException e)
        {
            problems.Error($"{path}.value", $"variable '{name}' ({type}): {e.Message} Set \"value\" to one, or leave it out.");
            return Json.Null;
        }
    }
}
