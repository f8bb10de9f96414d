using System.Collections.Immutable;
using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>What a loop over a list takes as items.</summary>
internal static class LoopItems
{
    /// <summary>The list that a value stands for, as Elsa reads it: an array, the JSON text of one, or the letters of any other text.</summary>
    /// <exception cref="FaultException">It is no list.</exception>
    public static JsonElement Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value,
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 } text => OfText(text, value.GetString()!),
        _ => throw Refused(value.IsNothing() ? "nothing" : value.GetRawText()),
    };

    public static ImmutableList<LoopVariable> Variables(int index, JsonElement item) =>
        [new LoopVariable(LoopVariable.CurrentIndex, Json.Number(index)), new LoopVariable(LoopVariable.CurrentValue, item)];

    private static JsonElement OfText(string trimmed, string text) => trimmed[0] switch
    {
        '[' => Parsed(trimmed),
        '{' => throw Refused(trimmed),
        _ => JsonSerializer.SerializeToElement(text.Select(letter => letter.ToString())),
    };

    private static JsonElement Parsed(string text)
    {
        try
        {
            return Json.Parse(text);
        }
        catch (JsonException)
        {
            throw Refused(text);
        }
    }

    private static FaultException Refused(string found) =>
        new($"items is {(found.Length <= 80 ? found : found[..80] + "…")}; expected a list, such as [\"a\", \"b\"].");
}
