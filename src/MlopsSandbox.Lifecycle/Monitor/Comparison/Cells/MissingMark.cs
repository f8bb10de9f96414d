using System.Text;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;

/// <summary>What stands in place of a missing number, such as NA.</summary>
internal static class MissingMark
{
    private const int Longest = 8;

    /// <summary>True for such a mark, however it is written.</summary>
    public static bool Is(ReadOnlySpan<byte> cell) => cell.Length is > 0 and <= Longest && ColumnSurvey.IsMissingMark(Encoding.UTF8.GetString(cell));
}
