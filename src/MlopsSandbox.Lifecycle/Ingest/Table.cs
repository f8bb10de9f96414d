namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Typed rows with their labels, column by column; what all stages hand on.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> _byName;

    /// <exception cref="ArgumentException">The lengths differ, or two columns share a name.</exception>
    public Table(int[] rowIds, IReadOnlyList<Column> columns, bool[] labels)
    {
        (RowIds, Columns, Labels) = (rowIds, columns, labels);
        if (labels.Length != rowIds.Length) throw Uneven("labels", labels.Length);
        if (columns.FirstOrDefault(column => column.Count != rowIds.Length) is { } uneven) throw Uneven($"values of '{uneven.Name}'", uneven.Count);
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>The 0-based data row of the scenario's file that each row came from; kept through everything.</summary>
    public int[] RowIds { get; }

    /// <summary>The features in the scenario's order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>True for the positive class.</summary>
    public bool[] Labels { get; }

    /// <summary>Number of rows.</summary>
    public int Count => RowIds.Length;

    /// <summary>The column of a name, in exactly that case.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out Column? column)
        ? column
        : throw new KeyNotFoundException($"The table has no column '{name}'; it has {string.Join(", ", Columns.Select(known => known.Name))}.");

    /// <summary>The rows at these positions, in that order.</summary>
    public Table Take(IReadOnlyList<int> positions) => new(
        [.. positions.Select(position => RowIds[position])],
        [.. Columns.Select(column => column.Take(positions))],
        [.. positions.Select(position => Labels[position])]);

    private ArgumentException Uneven(string what, int found) => new($"{found} {what} against {RowIds.Length} rows; expected one for each row.");
}
