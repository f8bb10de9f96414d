using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>
/// Turns a value into the type that an input or variable declares: texts that hold numbers become numbers, and so on. Strict, for what a definition
/// writes and what a stage is given; while it walks, a value becomes a type as it does on Elsa, by <see cref="ElsaValue"/>.
/// </summary>
internal static class TypedValue
{
    /// <summary>The value as <paramref name="typeName"/>; null and undefined stay nothing, an unknown type takes any value as it is.</summary>
    /// <exception cref="ExpressionException">The value can't be read as that type.</exception>
    public static JsonElement Convert(JsonElement value, string typeName)
    {
        if (value.IsNothing()) return Json.Null;
        if (typeName.EndsWith("[]", StringComparison.Ordinal)) return Array(value, typeName);
        return typeName switch
        {
            "String" => Json.Text(AsText(value)),
            "Boolean" => Boolean(value),
            "Int32" or "Int64" or "Int16" or "Byte" => Integer(value, typeName),
            "Double" or "Single" or "Decimal" => Number(value, typeName),
            "TimeSpan" => Duration(value),
            "DateTimeOffset" or "DateTime" => Time(value, typeName),
            _ when IsStructured(typeName) => Structure(value, typeName),
            _ => value,
        };
    }

    /// <summary>True for the types of Elsa whose text is JSON: <c>ObjectDictionary</c>, <c>JsonObject</c> and their like. <c>Object</c> keeps a text as a text.</summary>
    public static bool IsStructured(string typeName) =>
        typeName is "ObjectDictionary" or "StringDictionary" or "ExpandoObject" or "JsonElement" or "JsonNode" or "JsonObject";

    /// <summary>
    /// The value as a text: a string as it is, nothing as empty, <c>true</c>, <c>false</c> and numbers as .NET writes them
    /// (<c>True</c>, <c>1E+21</c>), else JSON.
    /// </summary>
    public static string AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Number when !value.TryGetInt64(out _) => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    private static JsonElement Boolean(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => value,
        JsonValueKind.Number => value.GetDouble() != 0 ? Json.True : Json.False,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag ? Json.True : Json.False,
        JsonValueKind.String when value.GetString()!.Length == 0 => Json.False,
        _ => throw Unreadable(value, "true or false"),
    };

    private static JsonElement Integer(JsonElement value, string typeName)
    {
        var number = AsNumber(value) ?? throw Unreadable(value, $"a whole number ({typeName})");
        if (number != Math.Floor(number) || Math.Abs(number) > MaximumOf(typeName)) throw Unreadable(value, $"a whole number ({typeName})");
        return Json.Parse(number.ToString("F0", CultureInfo.InvariantCulture));
    }

    private static double MaximumOf(string integerType) => integerType switch
    {
        "Byte" => byte.MaxValue,
        "Int16" => short.MaxValue,
        "Int32" => int.MaxValue,
        _ => 1L << 53,
    };

    private static JsonElement Number(JsonElement value, string typeName) =>
        Json.Number(AsNumber(value) ?? throw Unreadable(value, $"a number ({typeName})"));

    private static JsonElement Duration(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _) ? value
        : throw Unreadable(value, "a time span (TimeSpan) as [d.]hh:mm:ss");

    private static JsonElement Time(JsonElement value, string typeName) =>
        value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? value
        : throw Unreadable(value, $"a time ({typeName}) such as 2026-03-01T06:00:00Z");

    private static double? AsNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    // A text that doesn't look like JSON is an array of that one text, as on Elsa.
    private static JsonElement Array(JsonElement value, string typeName)
    {
        if (value.ValueKind == JsonValueKind.String && !value.GetString()!.TrimStart().StartsWith('['))
            return JsonSerializer.SerializeToElement<JsonElement[]>([Convert(value, typeName[..^2])]);
        var items = value.ValueKind == JsonValueKind.String ? ParsedArray(value.GetString()!, typeName) : value;
        if (items.ValueKind != JsonValueKind.Array) throw Unreadable(value, $"an array ({typeName})");
        return JsonSerializer.SerializeToElement(items.EnumerateArray().Select(item => Convert(item, typeName[..^2])));
    }

    private static JsonElement Structure(JsonElement value, string typeName)
    {
        if (value.ValueKind != JsonValueKind.String) return value;
        try
        {
            return Json.Parse(value.GetString()!);
        }
        catch (JsonException e)
        {
            throw new ExpressionException($"{Shown(value.GetString()!)} is no JSON ({e.Message}); expected a value ({typeName}) such as {{ \"a\": 1 }}.", e);
        }
    }

    private static JsonElement ParsedArray(string text, string typeName)
    {
        try
        {
            return Json.Parse(text);
        }
        catch (JsonException e)
        {
            throw new ExpressionException($"{Shown(text)} is no JSON ({e.Message}); expected an array ({typeName}) such as [\"a\",\"b\"].", e);
        }
    }

    private static ExpressionException Unreadable(JsonElement value, string expected) =>
        new($"the value is {Shown(value.GetRawText())}; expected {expected}.");

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
