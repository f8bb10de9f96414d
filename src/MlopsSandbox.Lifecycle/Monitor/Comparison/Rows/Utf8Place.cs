using System.Buffers;
using System.Text;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Finds what is not UTF-8.</summary>
internal static class Utf8Place
{
    /// <summary>Position of the first byte that is not UTF-8; the length when there is none.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out int width) == OperationStatus.Done) at += width;
        return at;
    }
}
