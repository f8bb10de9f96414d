using System.Text;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>CSV as scenarios hold it: UTF-8, commas, quotes where needed, LF, an empty cell for a missing value.</summary>
internal static class CanonicalCsv
{
    /// <summary>Writes columns of equal length.</summary>
    public static byte[] Of(IReadOnlyList<ColumnSurvey> columns)
    {
        StringBuilder text = new();
        Line(text, columns.Select(column => column.Name));
        for (int row = 0; row < columns[0].Cells.Length; row++) Line(text, columns.Select(column => column.Cells[row]));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
