using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Reads a definition as far as it can be read, to draw it and its problems; only <see cref="DefinitionReader"/> tells whether it can be walked.</summary>
internal static class DefinitionSketch
{
    /// <summary>The sketch; null when there is no root activity, or no JSON.</summary>
    public static WorkflowDefinition? Of(string json, ActivityTypes types)
    {
        try
        {
            JsonSpan.Read(System.Text.Encoding.UTF8.GetBytes(json));    // refuses what edits could not place
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            return Read(document.RootElement.Clone(), types);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static WorkflowDefinition? Read(JsonElement document, ActivityTypes types)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("root", out JsonElement root)) return null;
        var ignored = new ProblemList("", _ => (0, 0));
        var tree = new ActivityTreeReader(types.With(TypesIn(root)), ignored);
        if (tree.Read(root) is not { } top) return null;
        FlowModeRules.Settle(document, tree.All, ignored);
        return new WorkflowDefinition(document, top, [.. tree.All.DistinctBy(activity => activity.NodeId)], DocumentParts.Variables(document, "Workflow1", "$", ignored), DocumentParts.Inputs(document, ignored));
    }

    private static IEnumerable<string> TypesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TypesIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => property.Name == "type" && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : TypesIn(property.Value)),
        _ => [],
    };
}
