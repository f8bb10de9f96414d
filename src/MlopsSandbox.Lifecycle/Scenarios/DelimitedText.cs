using System.Text;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A delimited text file as it stands: cells are texts, quotes taken off.</summary>
/// <param name="Separator">The character between cells.</param>
/// <param name="Header">The first record.</param>
/// <param name="Records">The others, each as long as the header.</param>
/// <param name="IsPlain">False when blanks round cells, empty lines, carriage returns or a byte order mark were passed over.</param>
public sealed record DelimitedText(char Separator, string[] Header, IReadOnlyList<string[]> Records, bool IsPlain)
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads RFC 4180 text in UTF-8, with or without a byte order mark, with any of four separators and any line ends. Empty lines are passed over.</summary>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="ScenarioException">It is empty, not UTF-8, ragged, or a quote is never closed; the line is named.</exception>
    public static DelimitedText Read(string file, byte[] content)
    {
        string text = Decoded(file, content);
        if (string.IsNullOrWhiteSpace(text)) throw new ScenarioException($"{file}: the file is empty; expected a header line and rows. Name a file with data.");
        char separator = SeparatorOf(text);
        RecordReader reader = new(file, text, separator);
        List<(int Line, string[] Cells)> records = [.. reader.Records()];
        string[] header = records[0].Cells;
        foreach ((int line, string[] cells) in records)
        {
            if (cells.Length != header.Length)
                throw new ScenarioException($"{file}:{line}: this line has {cells.Length} cells; expected {header.Length}, as in the header. Correct the line, or quote cells that hold a '{separator}'.");
        }
        if (records.Count == 1) throw new ScenarioException($"{file}: the file has a header line and no rows; expected rows. Name a file with data.");
        bool plain = reader.IsPlain && !content.AsSpan().StartsWith(Encoding.UTF8.Preamble) && !content.AsSpan().Contains((byte)'\r');
        return new DelimitedText(separator, header, [.. records.Skip(1).Select(record => record.Cells)], plain);
    }

    private static string Decoded(string file, byte[] content)
    {
        int mark = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return Strict.GetString(content, mark, content.Length - mark);
        }
        catch (DecoderFallbackException problem)
        {
            int line = content.AsSpan(0, Math.Clamp(problem.Index + mark, 0, content.Length)).Count((byte)'\n') + 1;
            string found = Convert.ToHexString(problem.BytesUnknown ?? []);
            throw new ScenarioException($"{file}:{line}: the bytes {found} are not UTF-8; expected text in UTF-8. Save the file as UTF-8.");
        }
    }

    // The separator that the header line holds most of; commas when it holds none.
    private static char SeparatorOf(string text)
    {
        string header = text.TrimStart('\r', '\n').Split('\n', 2)[0];
        bool quoted = false;
        int[] counts = new int[Separators.Length];
        foreach (char character in header)
        {
            quoted ^= character == '"';
            int which = Array.IndexOf(Separators, character);
            if (!quoted && which >= 0) counts[which]++;
        }
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private sealed class RecordReader(string file, string text, char separator)
    {
        private int _at;
        private int _line = 1;

        public bool IsPlain { get; private set; } = true;

        public IEnumerable<(int Line, string[] Cells)> Records()
        {
            while (_at < text.Length)
            {
                int line = _line;
                string[] cells = Record();
                if (cells is [""]) IsPlain = false;
                else yield return (line, cells);
            }
        }

        private string[] Record()
        {
            List<string> cells = [];
            while (true)
            {
                cells.Add(_at < text.Length && text[_at] == '"' ? Quoted() : Bare());
                if (_at >= text.Length) break;
                char end = text[_at++];
                if (end == separator) continue;
                if (end == '\r' && _at < text.Length && text[_at] == '\n') _at++;
                _line++;
                break;
            }
            return [.. cells];
        }

        private string Bare()
        {
            int start = _at;
            while (_at < text.Length && text[_at] != separator && text[_at] is not ('\n' or '\r')) _at++;
            string cell = text[start.._at];
            IsPlain &= !cell.Contains('"', StringComparison.Ordinal);
            return Trimmed(cell);
        }

        // What follows a closing quote within the cell; nothing, where the file is in order.
        private string RestOf()
        {
            string rest = Bare();
            IsPlain &= rest.Length == 0;
            return rest;
        }

        private string Trimmed(string cell)
        {
            string trimmed = cell.Trim();
            IsPlain &= trimmed.Length == cell.Length;
            return trimmed;
        }

        private string Quoted()
        {
            int opened = _line;
            StringBuilder cell = new();
            for (_at++; _at < text.Length; _at++)
            {
                char character = text[_at];
                if (character == '\n') _line++;
                if (character != '"')
                {
                    cell.Append(character);
                    continue;
                }
                bool doubled = _at + 1 < text.Length && text[_at + 1] == '"';
                if (!doubled)
                {
                    _at++;
                    return Trimmed(cell.ToString()) + RestOf();
                }
                cell.Append('"');
                _at++;
            }
            throw new ScenarioException($"{file}:{opened}: a quote opens here and is never closed; expected \" at the cell's end. Close it, or double a quote that belongs to the text.");
        }
    }
}
