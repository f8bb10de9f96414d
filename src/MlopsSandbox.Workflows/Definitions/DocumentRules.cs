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
        if (string.IsNullOrWhiteSpace(document.GetText("definitionId")))
            problems.Error("$.definitionId", "definitionId is missing; " +
                "expected the name that runs call the workflow by. Set \"definitionId\", for example \"lifecycle\".");
        if (document.Get("version") is { } version && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number >= 1))
            problems.Error("$.version", $"version is {version.GetRawText()}; expected a whole number from 1. Set \"version\": 1.");
        IncidentStrategy.Check(document, problems);
        ConcurrencyLimit.Check(document, problems);
        CheckRoot(document, problems);
    }

    private static void CheckRoot(JsonElement document, ProblemList problems)
    {
        if (document.Get("root") is not { } root)
            problems.Error("$.root", "root is missing; " +
                "expected an activity, most often an Elsa.Flowchart. Set \"root\": { \"id\": \"flowchart\", \"type\": \"Elsa.Flowchart\", … }.");
        else if (root.ValueKind != JsonValueKind.Object)
            problems.Error("$.root", $"root is {Named(root)}; " +
                $"expected an activity, most often an Elsa.Flowchart. Set \"root\": {{ \"id\": \"flowchart\", \"type\": \"Elsa.Flowchart\", … }}.");
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
