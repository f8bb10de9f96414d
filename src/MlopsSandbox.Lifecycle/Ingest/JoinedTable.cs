namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Joins tables of the same columns, one below the other.</summary>
internal static class JoinedTable
{
    /// <summary>The rows of the first, then those of the second, in the columns of the first.</summary>
    public static Table Of(Table first, Table second) => new(
        [.. first.RowIds, .. second.RowIds],
        [.. first.Columns.Select(column => Joined(column, second[column.Name]))],
        [.. first.Labels, .. second.Labels]);

    private static Column Joined(Column first, Column second) => (first, second) switch
    {
        (NumericColumn above, NumericColumn below) => new NumericColumn(first.Name, [.. above.Values, .. below.Values]),
        (CategoricalColumn above, CategoricalColumn below) => new CategoricalColumn(first.Name, [.. above.Values, .. below.Values]),
        _ => throw new ArgumentException($"'{first.Name}' is a {first.GetType().Name} above and a {second.GetType().Name} below; expected the same kind."),
    };
}
