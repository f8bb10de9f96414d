using System.Text;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A place in a text file, as editors count: line and column from 1, columns in characters.</summary>
internal readonly record struct TextPlace(int Line, int Column)
{
    /// <summary>The place of a byte of UTF-8 text.</summary>
    public static TextPlace Of(ReadOnlySpan<byte> utf8, int offset)
    {
        ReadOnlySpan<byte> before = utf8[..offset];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPlace(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
