using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What is wrong with a text that is no JSON, in words for whoever wrote it.</summary>
internal static class MalformedText
{
    /// <summary>The message and the place of a text with half of a surrogate pair.</summary>
    public const string HalfACharacter = "a text has an escape of half a character (\\ud800 to \\udfff alone).", Offset = nameof(Offset);

    private const int DeepestNesting = 64;

    /// <summary>Null when the bytes are UTF-8.</summary>
    public static DefinitionProblem? Encoding(byte[] text, string file)
    {
        if (IsUtf16(text))
            return new DefinitionProblem(ProblemSeverity.Error, file, "$", 0, 0, "the file is written in UTF-16; expected UTF-8. Save it in UTF-8.");
        if (Utf8.IsValid(text)) return null;
        var (line, column) = JsonPositions.LineAndColumn(text, FirstInvalid(text));
        return new DefinitionProblem(ProblemSeverity.Error, file, "$", line, column, "the text is no UTF-8 from here on; expected UTF-8. Save the file in UTF-8.");
    }

    /// <summary>The problem that the parser found.</summary>
    public static DefinitionProblem Json(JsonException e, byte[] text, string file)
    {
        var offset = e.Data[Offset] as long? ?? OffsetOf(e, text);
        var (line, column) = JsonPositions.LineAndColumn(text, offset);
        return new DefinitionProblem(ProblemSeverity.Error, file, "$", line, column,
            $"the text is no JSON: {Explained(e, text, offset)} Expected an Elsa 3 workflow definition; mend the text at this place.");
    }

    private static bool IsUtf16(byte[] text) => text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..];

    private static long FirstInvalid(byte[] text)
    {
        var from = 0;
        while (from < text.Length && Rune.DecodeFromUtf8(text.AsSpan(from), out _, out var length) == System.Buffers.OperationStatus.Done) from += length;
        return from;
    }

    private static string Explained(JsonException e, byte[] text, long offset)
    {
        var message = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
        var rest = text.AsSpan((int)Math.Min(offset, text.Length));
        if (text.All(letter => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return "it is empty.";
        if (text.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8)) return "it is XML or HTML.";
        if (message.Contains("trailing comma", StringComparison.Ordinal)) return "there is a comma, but nothing follows it before the bracket.";
        if (message.Contains("maximum configured depth", StringComparison.Ordinal)) return $"it is nested more than {DeepestNesting} deep, which Elsa doesn't read either.";
        if (message.Contains("after a single JSON value", StringComparison.Ordinal)) return "something follows the end of the document.";
        if (message.Contains("should be closed", StringComparison.Ordinal) || rest.IsEmpty) return "it ends too early, before every bracket and quote is closed.";
        if (message.Contains("within a JSON string", StringComparison.Ordinal) && rest[0] is (byte)'\n' or (byte)'\r') return "a text is not closed before its line ends.";
        if (rest.StartsWith("/"u8)) return "there is a comment, and JSON has none.";
        if (rest[0] == (byte)'\'' || rest[0] >= 0x80)
        {
            Rune.DecodeFromUtf8(rest, out var letter, out _);
            return $"{letter} stands here, where JSON wants a straight double quote (\"), a bracket or a number.";
        }
        return message;
    }

    private static long OffsetOf(JsonException e, byte[] text)
    {
        long offset = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--) offset += Array.IndexOf(text, (byte)'\n', (int)offset) - offset + 1;
        return offset + (e.BytePositionInLine ?? 0);
    }
}
