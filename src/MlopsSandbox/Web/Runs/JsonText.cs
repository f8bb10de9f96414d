using System.Text.Json;

namespace MlopsSandbox.Web.Runs;

/// <summary>JSON values as people read them in a table.</summary>
internal static class JsonText
{
    /// <summary>A text without its quotes, anything else as it is written; a dash for null and for the empty text.</summary>
    public static string Of(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "–",
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } written ? written : "–",
        { } other => other.GetRawText(),
    };

    /// <summary>The members of an object in their order; none for anything else.</summary>
    public static IReadOnlyList<(string Name, string Value)> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject().Select(member => (member.Name, Of(member.Value)))] : [];
}
