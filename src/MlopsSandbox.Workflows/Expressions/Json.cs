using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Small JSON values.</summary>
internal static class Json
{
    /// <summary>How JSON is written for people and files here: indented, non-ASCII letters as they are.</summary>
    public static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static readonly JsonElement Null = Parse("null");
    public static readonly JsonElement True = Parse("true");
    public static readonly JsonElement False = Parse("false");

    public static readonly JsonElement NoItems = Parse("[]");
    public static readonly JsonElement NoProperties = Parse("{}");

    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static JsonElement Text(string value) => JsonSerializer.SerializeToElement(value);

    public static JsonElement Number(double value) => Parse(value.ToString("R", CultureInfo.InvariantCulture));

    public static bool IsNothing(this JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>The property of an object, or null when the value is no object or lacks it.</summary>
    public static JsonElement? Get(this JsonElement value, string property) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property, out var found) ? found : null;

    /// <summary>A property that holds a text, or null.</summary>
    public static string? GetText(this JsonElement value, string property) =>
        value.Get(property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A property that holds true or false; anything else reads as <paramref name="otherwise"/>.</summary>
    public static bool GetFlag(this JsonElement value, string property, bool otherwise = false) => value.Get(property)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => otherwise,
    };

    /// <summary>The elements of an array property, or none.</summary>
    public static IEnumerable<JsonElement> GetItems(this JsonElement value, string property) =>
        value.Get(property) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
