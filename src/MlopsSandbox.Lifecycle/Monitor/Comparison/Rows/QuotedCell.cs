namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>A cell that begins with a quote.</summary>
internal static class QuotedCell
{
    private const byte Quote = (byte)'"';

    /// <summary>Where the quote is closed; −1 when it is not within these bytes.</summary>
    /// <param name="bytes">From the opening quote on.</param>
    /// <param name="isLast">True when nothing follows the bytes: else their last quote may be the first half of a doubled one.</param>
    /// <param name="isPlain">True when no quote stands in the cell.</param>
    public static int CloseOf(ReadOnlySpan<byte> bytes, bool isLast, out bool isPlain)
    {
        isPlain = true;
        for (int at = 1; ;)
        {
            int found = bytes[at..].IndexOf(Quote);
            if (found < 0) return -1;
            at += found;
            if (at + 1 == bytes.Length) return isLast ? at : -1;
            if (bytes[at + 1] != Quote) return at;
            isPlain = false;
            at += 2;
        }
    }

    /// <summary>What the cell says: doubled quotes become one, and what follows the closing one belongs to it.</summary>
    /// <param name="cell">From the opening quote to the cell's end.</param>
    public static byte[] Text(ReadOnlySpan<byte> cell)
    {
        int close = CloseOf(cell, isLast: true, out _);
        byte[] text = new byte[cell.Length];
        int kept = 0;
        for (int i = 1; i < close; i++)
        {
            text[kept++] = cell[i];
            if (cell[i] == Quote) i++;
        }

        (int start, kept) = CellTrim.Of(text, 0, kept);
        byte[] rest = cell[(close + 1)..].ToArray();
        (int restStart, int restLength) = CellTrim.Of(rest, 0, rest.Length);
        return [.. text.AsSpan(start, kept), .. rest.AsSpan(restStart, restLength)];
    }
}
