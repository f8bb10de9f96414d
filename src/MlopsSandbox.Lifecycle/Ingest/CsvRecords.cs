using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Jobs;
using Sylvan.Data.Csv;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Reads comma-separated UTF-8 text (RFC 4180) with or without a byte order mark, with any line ends; empty lines are passed over.</summary>
internal static class CsvRecords
{
    private const int LongestRecord = 1 << 24;

    /// <exception cref="StageException">The file is not there, cannot be read, is not UTF-8, or a quote is out of place.</exception>
    public static IReadOnlyList<CsvRecord> Read(string path)
    {
        if (!File.Exists(path))
            throw new StageException("data-missing", $"{path}: there is no such file; expected the scenario's data. Put it there, or correct \"data\" in scenario.json.");
        try
        {
            using StreamReader text = new(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return Records(path, text);
        }
        catch (DecoderFallbackException)
        {
            throw new StageException("data-not-utf8", $"{path}: the file has bytes that are not UTF-8; expected text in UTF-8. Save the file as UTF-8.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StageException("data-unreadable", $"{path}: the file cannot be read ({problem.Message}); expected a file that this user may read.", isRetryable: true);
        }
    }

    private static List<CsvRecord> Records(string path, StreamReader text)
    {
        List<CsvRecord> records = [];
        int line = 1;
        try
        {
            using CsvDataReader reader = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                Comment = '\0',
                Culture = CultureInfo.InvariantCulture,
                MaxBufferSize = LongestRecord,
            });
            while (reader.Read())
            {
                ReadOnlySpan<char> raw = reader.GetRawRecordSpan();
                if (!raw.IsWhiteSpace()) records.Add(new CsvRecord(line, Cells(reader)));
                line += Lines(raw);
            }
        }
        catch (CsvInvalidCharacterException)
        {
            throw new StageException("data-quotes", FormattableString.Invariant(
                $"{path}:{line}: a quote is out of place in this record or never closed; expected cells as \"text\", with quotes inside doubled. Correct the quotes."));
        }
        catch (CsvRecordTooLargeException)
        {
            throw new StageException("data-quotes", FormattableString.Invariant(
                $"{path}:{line}: the record that begins here is longer than {LongestRecord} characters; expected one row a line. Is a quote never closed?"));
        }

        return records;
    }

    private static string[] Cells(CsvDataReader reader)
    {
        string[] cells = new string[reader.RowFieldCount];
        for (int i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i).Trim();
        return cells;
    }

    // A line ends by \n, \r\n, or a \r of its own.
    private static int Lines(ReadOnlySpan<char> raw)
    {
        int ends = raw.Count('\n');
        for (int i = 0; i < raw.Length; i++)
            if (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n')) ends++;
        return ends;
    }
}
