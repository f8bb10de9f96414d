using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Rows of a window for tests that take them to be independent.</summary>
internal static class DrawnRows
{
    /// <summary>Each source row once, as it last asked, and of more than <paramref name="most"/> as many, drawn without replacement.</summary>
    /// <remarks>A row that asked twice would stand on both sides of a cut, be learned from the one and recognised in the other.</remarks>
    public static Table Of(Table window, int most, SeededRandom random)
    {
        int[] positions = [.. Enumerable.Range(0, window.Count).GroupBy(row => window.RowIds[row]).Select(asked => asked.Last())];
        if (positions.Length <= most) return window.Take(positions);
        random.Shuffle<int>(positions);
        return window.Take(positions[..most]);
    }
}
