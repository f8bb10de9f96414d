using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>
/// Turns a value into a type as Elsa's object converter does while a workflow walks: what can't be read becomes the type's default, nothing and blank
/// texts become nothing, fractions are rounded to whole numbers (half to even). Only a number that is too large for its type faults.
/// </summary>
internal static class ElsaValue
{
    private const NumberStyles NumberText = NumberStyles.Float | NumberStyles.AllowThousands;

    /// <summary>The value as <paramref name="typeName"/>; an unknown type takes any value as it is.</summary>
    /// <exception cref="ExpressionException">The number is too large for the type, or the text of a structure is no JSON.</exception>
    public static JsonElement Convert(JsonElement value, string typeName)
    {
        if (value.IsNothing()) return Json.Null;
        if (typeName.EndsWith("[]", StringComparison.Ordinal)) return Array(value, typeName);
        return typeName switch
        {
            "Boolean" or "Int32" or "Int64" or "Int16" or "Byte" or "Double" or "Single" or "Decimal" when IsBlank(value) => Json.Null,
            "Boolean" => IsTrue(value) ? Json.True : Json.False,
            "Int32" or "Int64" or "Int16" or "Byte" or "Decimal" when IsNamedNumber(value) => throw new ExpressionException(
                $"the value is {value.GetString()}; expected a number ({typeName})."),
            "Int32" or "Int64" or "Int16" or "Byte" => TypedValue.Convert(Json.Number(WholeNumber(value)), typeName),
            "Double" or "Single" when IsNamedNumber(value) => value,
            "Double" or "Single" or "Decimal" => Json.Number(Number(value) ?? 0),
            "TimeSpan" or "DateTimeOffset" or "DateTime" => value,
            _ => TypedValue.Convert(value, typeName),
        };
    }

    private static bool IsBlank(JsonElement value) => value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());

    // What JSON has no number for is kept by name; see JavaScript.ToJson.
    private static bool IsNamedNumber(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is "NaN" or "Infinity" or "-Infinity";

    private static bool IsTrue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.String => IsNamedNumber(value) || bool.TryParse(value.GetString(), out var flag) && flag,
        _ => false,
    };

    private static double WholeNumber(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? long.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? whole : 0
        : Math.Round(Number(value) ?? 0, MidpointRounding.ToEven);

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberText, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    private static JsonElement Array(JsonElement value, string typeName) => JsonSerializer.SerializeToElement(
        TypedValue.Convert(value, "Object[]").EnumerateArray().Select(item => Convert(item, typeName[..^2])));
}
