using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Turns a value into the type that an input or variable declares, as far as Elsa does: texts that hold numbers become numbers, and so on.</summary>
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
            _ => value,
        };
    }

    /// <summary>The value as a text: a string as it is, nothing as empty, <c>true</c> and <c>false</c> as .NET writes them, else JSON.</summary>
    public static string AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
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

    private static double? AsNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    private static JsonElement Array(JsonElement value, string typeName)
    {
        var items = value.ValueKind == JsonValueKind.String ? ParsedArray(value.GetString()!, typeName) : value;
        if (items.ValueKind != JsonValueKind.Array) throw Unreadable(value, $"an array ({typeName})");
        return JsonSerializer.SerializeToElement(items.EnumerateArray().Select(item => Convert(item, typeName[..^2])));
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
