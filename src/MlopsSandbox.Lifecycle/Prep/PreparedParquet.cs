using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>A prepared table as Parquet, the artifact of kind <c>prepared</c>: a column for each slot, then <c>_rowId</c>, <c>_label</c> and <c>_split</c>.</summary>
internal static class PreparedParquet
{
    private const int OwnColumns = 3;

    public static byte[] Write(PreparedTable prepared) => ParquetColumns.Write(
    [
        .. prepared.SlotNames.Select((name, slot) => (name, (Array)prepared.Vectors.Select(vector => vector[slot]).ToArray())),
        ("_rowId", prepared.RowIds),
        ("_label", ColumnLabels.Of(prepared.Labels)),
        ("_split", prepared.Splits.Select(split => split.ToString().ToLowerInvariant()).ToArray()),
    ]);

    public static PreparedTable Read(byte[] content)
    {
        IReadOnlyList<(string Name, Array Values)> columns = ParquetColumns.Read(content);
        float[][] slots = [.. columns.SkipLast(OwnColumns).Select(column => (float[])column.Values)];
        int[] rowIds = (int[])columns[^3].Values;
        return new PreparedTable(
            [.. columns.SkipLast(OwnColumns).Select(column => column.Name)],
            [.. Enumerable.Range(0, rowIds.Length).Select(row => slots.Select(slot => slot[row]).ToArray())],
            rowIds,
            ColumnLabels.Read(columns[^2].Values),
            [.. ((string[])columns[^1].Values).Select(text => Enum.Parse<Split>(text, ignoreCase: true))]);
    }
}
