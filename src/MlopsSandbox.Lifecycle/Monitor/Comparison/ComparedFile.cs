using System.Globalization;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>A file of rows as it stands, whatever it is about.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">Its columns' names, each with one cell a row; an empty text is a missing one.</param>
/// <param name="HasDecimalComma">True when its numbers may be written 1,5.</param>
public sealed record ComparedFile(string Path, int Rows, IReadOnlyList<(string Name, string[] Cells)> Columns, bool HasDecimalComma)
{
    /// <summary>Reads a CSV file (commas, semicolons, tabs or bars; UTF-8; a header line) or a Parquet file of this sandbox.</summary>
    /// <exception cref="ScenarioException">There is no such file, or it can't be read; the line is named.</exception>
    public static ComparedFile Read(string path)
    {
        if (!File.Exists(path)) throw new ScenarioException($"{path}: there is no such file; expected rows as CSV or Parquet. Check the path.");
        byte[] content = File.ReadAllBytes(path);
        return content.AsSpan().StartsWith("PAR1"u8) ? OfParquet(path, content) : OfText(path, DelimitedText.Read(path, content));
    }

    private static ComparedFile OfText(string path, DelimitedText text)
    {
        string[] names = HeaderNames.Of(path, text.Header);
        return new ComparedFile(path, text.Records.Count,
            [.. names.Select((name, column) => (name, text.Records.Select(record => record[column]).ToArray()))], HasDecimalComma: text.Separator != ',');
    }

    private static ComparedFile OfParquet(string path, byte[] content)
    {
        try
        {
            IReadOnlyList<(string Name, Array Values)> columns = ParquetColumns.Read(content);
            return new ComparedFile(path, columns.Count == 0 ? 0 : columns[0].Values.Length, [.. columns.Select(column => (column.Name, Texts(column.Values)))], HasDecimalComma: false);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidDataException or IOException or NotSupportedException or InvalidCastException)
        {
            throw new ScenarioException($"{path}: this Parquet file can't be read ({problem.Message}); expected columns of numbers, truths or texts in one row group. Save it as CSV.");
        }
    }

    private static string[] Texts(Array values) =>
        [.. values.Cast<object?>().Select(value => value is null or double.NaN or float.NaN ? "" : Convert.ToString(value, CultureInfo.InvariantCulture)!)];
}
