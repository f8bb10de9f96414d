namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Guesses what stands between cells: the mark that the first line holds most of outside of quotes; a comma when it holds none.</summary>
internal static class HeaderSeparator
{
    private static ReadOnlySpan<byte> Marks => ",;\t|"u8;

    /// <param name="text">The file's begin, in UTF-8.</param>
    public static char Of(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> header = text.TrimStart("\r\n"u8);
        int[] counts = new int[Marks.Length];
        bool quoted = false;
        foreach (byte letter in header)
        {
            if (!quoted && letter is (byte)'\n' or (byte)'\r') break;
            quoted ^= letter == '"';
            int which = Marks.IndexOf(letter);
            if (!quoted && which >= 0) counts[which]++;
        }

        return (char)Marks[Array.IndexOf(counts, counts.Max())];
    }
}
