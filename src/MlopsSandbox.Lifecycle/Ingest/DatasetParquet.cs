using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>A dataset version as Parquet, the artifact of kind <c>dataset</c>: a column for each feature, then <c>_rowId</c>, <c>_label</c> and <c>_split</c>.</summary>
public static class DatasetParquet
{
    private const string RowId = "_rowId", Label = "_label", SplitName = "_split";

    /// <summary>Writes it; equal datasets give equal bytes.</summary>
    /// <exception cref="StageException">A feature has one of the three names (<c>feature-name</c>).</exception>
    public static byte[] Write(Dataset dataset)
    {
        if (dataset.Rows.Columns.FirstOrDefault(column => column.Name is RowId or Label or SplitName) is { } reserved)
            throw new StageException("feature-name", $"A feature is named '{reserved.Name}', which snapshots need for themselves; expected another name. Rename the column.");
        return ParquetColumns.Write(
        [
            .. dataset.Rows.Columns.Select(column => (column.Name, ValuesOf(column))),
            (RowId, dataset.Rows.RowIds),
            (Label, ColumnLabels.Of(dataset.Rows.Labels)),
            (SplitName, dataset.Splits.Select(split => split.ToString().ToLowerInvariant()).ToArray()),
        ]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Dataset Read(byte[] content)
    {
        IReadOnlyList<(string Name, Array Values)> columns = ParquetColumns.Read(content);
        Array Named(string name) => columns.Single(column => column.Name == name).Values;
        Table rows = new(
            (int[])Named(RowId),
            [.. columns.Where(column => column.Name is not (RowId or Label or SplitName)).Select(column => ColumnOf(column.Name, column.Values))],
            ColumnLabels.Read(Named(Label)));
        return new Dataset(rows, [.. ((string[])Named(SplitName)).Select(text => Enum.Parse<Split>(text, ignoreCase: true))]);
    }

    private static Array ValuesOf(Column column) => column switch
    {
        NumericColumn numeric => numeric.Values.Select(value => double.IsNaN(value) ? (double?)null : value).ToArray(),
        CategoricalColumn categorical => categorical.Values,
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}; expected a numeric or categorical one."),
    };

    private static Column ColumnOf(string name, Array values) => values switch
    {
        double?[] numbers => new NumericColumn(name, [.. numbers.Select(number => number ?? double.NaN)]),
        _ => new CategoricalColumn(name, (string?[])values),
    };
}
