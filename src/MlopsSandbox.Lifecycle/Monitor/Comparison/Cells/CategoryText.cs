using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;

/// <summary>The text by which a category is counted.</summary>
internal static class CategoryText
{
    /// <summary>Texts up to so many bytes are counted as they stand; longer ones by their begin and a hash of the whole, so that a huge cell is not kept.</summary>
    public const int LongestWhole = 512;

    private const int Begin = 64;

    /// <summary>Writes the text.</summary>
    /// <param name="cell">UTF-8.</param>
    /// <param name="form">How the column's texts are written in one way.</param>
    /// <param name="room">At least <see cref="LongestWhole"/> letters.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<byte> cell, CategoryForm form, Span<char> room)
    {
        if (cell.Length > LongestWhole) return Huge(cell);
        ReadOnlySpan<char> text = room[..Encoding.UTF8.GetChars(cell, room)];
        if (form == CategoryForm.Truth && bool.TryParse(text, out bool truth)) return truth ? bool.TrueString : bool.FalseString;
        return text;
    }

    /// <summary>A number in the one way in which all that mean the same are counted: 1, 1.0 and 1e0 are one category.</summary>
    public static ReadOnlySpan<char> Of(double number, Span<char> room)
    {
        number.TryFormat(room, out int length, "R", CultureInfo.InvariantCulture);
        return room[..length];
    }

    private static string Huge(ReadOnlySpan<byte> cell)
    {
        string begin = Encoding.UTF8.GetString(cell[..Begin]).TrimEnd('\uFFFD');
        return string.Create(CultureInfo.InvariantCulture, $"{begin}… ({cell.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(cell).AsSpan(0, 8))})");
    }
}

/// <summary>In which ways the texts of a column may be written and mean the same.</summary>
public enum CategoryForm
{
    /// <summary>Texts, compared letter by letter.</summary>
    Text,
    /// <summary>Numbers of at most two values: 1, 1.0 and 1e0 are the same.</summary>
    Number,
    /// <summary>true and false, in small or capital letters.</summary>
    Truth,
}
