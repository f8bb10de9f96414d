using System.Text;
using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Reads Elsa 3 workflow definitions and finds everything that is wrong with them at once.</summary>
public static class DefinitionReader
{
    /// <summary>Reads a definition from its text.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="file">The file as messages name it.</param>
    /// <param name="types">The activity types that it may use.</param>
    public static DefinitionReading Read(string json, string file, ActivityTypes types) => Read(Encoding.UTF8.GetBytes(json), file, types);

    /// <summary>Reads a definition from UTF-8 text, with or without a byte order mark.</summary>
    public static DefinitionReading Read(ReadOnlySpan<byte> utf8, string file, ActivityTypes types)
    {
        var text = (utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8).ToArray();
        if (MalformedText.Encoding(text, file) is { } problem) return new DefinitionReading(null, [problem]);
        try
        {
            var positions = JsonPositions.Of(text);
            using var document = JsonDocument.Parse(text);
            var problems = new ProblemList(file, positions.Find);
            foreach (var path in positions.Doubled)
                problems.Warn(path, "the property occurs twice in its object, and the last one is read; expected each name once. Remove one of them.");
            return Read(document.RootElement.Clone(), problems, types);
        }
        catch (JsonException e)
        {
            return new DefinitionReading(null, [MalformedText.Json(e, text, file)]);
        }
    }

    private static DefinitionReading Read(JsonElement document, ProblemList problems, ActivityTypes types)
    {
        DocumentRules.Check(document, problems);
        if (document.Get("root") is not { ValueKind: JsonValueKind.Object } root) return new DefinitionReading(null, problems.InOrder);
        var variables = DocumentParts.Variables(document, "Workflow1", "$", problems);
        var inputs = DocumentParts.Inputs(document, problems);
        var tree = new ActivityTreeReader(types, problems);
        if (tree.Read(root) is not { } top) return new DefinitionReading(null, problems.InOrder);
        FlowModeRules.Settle(document, tree.All, problems);
        ActivityRules.Check(tree.All, variables, inputs, problems);
        foreach (var container in tree.All.Where(activity => activity is { Behaviour: Flowchart, Activities.Count: > 0 })) FlowRules.Check(container, problems);
        return problems.HasErrors
            ? new DefinitionReading(null, problems.InOrder)
            : new DefinitionReading(new WorkflowDefinition(document, top, tree.All, variables, inputs), problems.InOrder);
    }
}
