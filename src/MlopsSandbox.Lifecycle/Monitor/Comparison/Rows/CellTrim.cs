using System.Buffers;
using System.Text;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Takes blanks off both ends of a cell, those of Unicode too.</summary>
internal static class CellTrim
{
    /// <summary>Where the cell begins and how long it is without them.</summary>
    public static (int Start, int Length) Of(byte[] bytes, int start, int end)
    {
        while (start < end && IsBlank(bytes[start])) start++;
        while (end > start && IsBlank(bytes[end - 1])) end--;
        return start < end && (bytes[start] >= 0x80 || bytes[end - 1] >= 0x80) ? OfWide(bytes, start, end) : (start, end - start);
    }

    private static (int Start, int Length) OfWide(byte[] bytes, int start, int end)
    {
        while (start < end && Rune.DecodeFromUtf8(bytes.AsSpan(start, end - start), out Rune first, out int width) == OperationStatus.Done && Rune.IsWhiteSpace(first)) start += width;
        while (start < end && Rune.DecodeLastFromUtf8(bytes.AsSpan(start, end - start), out Rune last, out int width) == OperationStatus.Done && Rune.IsWhiteSpace(last)) end -= width;
        return (start, end - start);
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (>= 9 and <= 13);
}
