using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What a document needs before its activities are looked at.</summary>
internal static class DocumentRules
{
    public static void Check(JsonElement document, ProblemList problems)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            problems.Error("$", $"the document is {Named(document)}; expected an object with \"definitionId\" and \"root\", as Elsa Studio exports it.");
            return;
        }
        CheckName(document, problems);
        if (document.Get("version") is { } version && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number >= 1))
            problems.Error("$.version", $"version is {Shortened(version.GetRawText())}; expected a whole number from 1. Set \"version\": 1.");
        foreach (var flag in new[] { "isLatest", "isPublished" })
            if (document.Get(flag) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null) } other)
                problems.Error($"$.{flag}", $"{flag} is {Named(other)}; expected true or false.");
        IncidentStrategy.Check(document, problems);
        ConcurrencyLimit.Check(document, problems);
        CheckList(document, "$", "variables", "variables", problems);
        CheckList(document, "$", "inputs", "inputs", problems);
        CheckRoot(document, problems);
    }

    /// <summary>Tells when the property is there and no list.</summary>
    public static void CheckList(JsonElement owner, string path, string property, string what, ProblemList problems)
    {
        if (owner.Get(property) is { ValueKind: not (JsonValueKind.Array or JsonValueKind.Null) } other)
            problems.Error($"{path}.{property}", $"{property} is {Named(other)}; expected a list of {what}. Set \"{property}\": [ … ].");
    }

    private static void CheckName(JsonElement document, ProblemList problems)
    {
        if (document.Get("definitionId") is { ValueKind: not (JsonValueKind.String or JsonValueKind.Null) } other)
            problems.Error("$.definitionId", $"definitionId is {Named(other)}; expected a text, the name that runs call the workflow by.");
        else if (string.IsNullOrWhiteSpace(document.GetText("definitionId")))
            problems.Error("$.definitionId", "definitionId is missing; " +
                "expected the name that runs call the workflow by. Set \"definitionId\", for example \"lifecycle\".");
    }

    private static void CheckRoot(JsonElement document, ProblemList problems)
    {
        if (document.Get("root") is { ValueKind: JsonValueKind.Object }) return;
        var found = document.Get("root") is { } root ? $"root is {Named(root)}" : document.Get("activities") is { ValueKind: JsonValueKind.Array }
            ? "root is missing, and the activities stand at the top, as in a definition of Elsa 2" : "root is missing";
        problems.Error("$.root", $"{found}; expected an activity, most often an Elsa.Flowchart. Set \"root\": {{ \"id\": \"flowchart\", \"type\": \"Elsa.Flowchart\", … }}.");
    }

    public static string Named(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        JsonValueKind.String => $"the text {Shortened(value.GetRawText())}",
        _ => Shortened(value.GetRawText()),
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
