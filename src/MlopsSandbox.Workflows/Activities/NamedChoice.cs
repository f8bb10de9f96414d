using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Reads one of several names as Elsa reads an enumeration.</summary>
internal static class NamedChoice
{
    /// <summary>
    /// The name that the value is, in its own case, or whose number it is when a script or a text gives a number. Any other value is the first name.
    /// </summary>
    /// <param name="value">What the expression gave.</param>
    /// <param name="names">The names in the order of their numbers.</param>
    /// <param name="isScript">True when a script gave it: only then does a number count.</param>
    /// <returns>Null when a text or number is none of them.</returns>
    public static string? Of(JsonElement value, IReadOnlyList<string> names, bool isScript) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(value.GetString()!.Trim(), names),
        JsonValueKind.Number when isScript => names.ElementAtOrDefault((int)Math.Round(value.GetDouble(), MidpointRounding.ToEven)),
        _ => names[0],
    };

    private static string? OfText(string text, IReadOnlyList<string> names) => names.Contains(text) ? text
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? names.ElementAtOrDefault(number)
        : null;
}
