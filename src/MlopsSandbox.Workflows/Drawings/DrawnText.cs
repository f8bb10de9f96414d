namespace MlopsSandbox.Workflows.Drawings;

/// <summary>Texts in a picture: how wide they are, and what is left of those that are too long.</summary>
internal static class DrawnText
{
    private const int LongestTitle = 36;

    /// <summary>Pixels that a text takes at most in a proportional font of that size, as far as that can be told without the font.</summary>
    public static double Width(string text, double size) => text.EnumerateRunes().Sum(rune => Share(rune.Value)) * size;

    /// <summary>One line of at most 36 characters.</summary>
    public static string Title(string text) => Shortened(OneLine(text));

    /// <summary>The text without line breaks and other characters that no picture shows.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsShown(rune) ? rune.ToString() : " ")).Trim();

    private static string Shortened(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length <= LongestTitle ? text : string.Concat(runes[..(LongestTitle - 1)]) + "…";
    }

    private static bool IsShown(System.Text.Rune rune) => !System.Text.Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF or 0x2028 or 0x2029);

    private static double Share(int character) => character switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or '|' or '\'' or 'I' or 'f' or 't' or ' ' or '(' or ')' => 0.36,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.92,
        >= 'A' and <= 'Z' => 0.7,
        >= 0x1100 => 1.05,    // from here on letters are as wide as they are high, with few exceptions
        _ => 0.58,
    };
}
