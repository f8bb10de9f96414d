using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Typed rows with their labels, column by column; what all stages hand on.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> _byName;

    /// <param name="rowIds">Of each row.</param>
    /// <param name="columns">The features.</param>
    /// <param name="labels">Of each row.</param>
    /// <param name="days">Of each row, where the scenario has days.</param>
    /// <exception cref="ArgumentException">The lengths differ, or two columns share a name.</exception>
    public Table(int[] rowIds, IReadOnlyList<Column> columns, double[] labels, DateOnly[]? days = null)
    {
        (RowIds, Columns, Labels, Days) = (rowIds, columns, labels, days);
        if (days is not null && days.Length != rowIds.Length) throw Uneven("days", days.Length);
        if (labels.Length != rowIds.Length) throw Uneven("labels", labels.Length);
        if (columns.FirstOrDefault(column => column.Count != rowIds.Length) is { } uneven) throw Uneven($"values of '{uneven.Name}'", uneven.Count);
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>A table of two classes.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or two columns share a name.</exception>
    public Table(int[] rowIds, IReadOnlyList<Column> columns, bool[] classes) : this(rowIds, columns, Classes.Labels(classes)) { }

    /// <summary>The 0-based data row of the scenario's file that each row came from; kept through everything.</summary>
    public int[] RowIds { get; }

    /// <summary>The features in the scenario's order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The label of each row; of classes 1 for the positive one and 0 for the other.</summary>
    public double[] Labels { get; }

    /// <summary>The day of each row, ascending; null where rows have no order in time.</summary>
    public DateOnly[]? Days { get; }

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
        [.. positions.Select(position => Labels[position])],
        Days is null ? null : [.. positions.Select(position => Days[position])]);

    /// <summary>These rows, then others of the same features.</summary>
    /// <exception cref="KeyNotFoundException">The others lack a feature.</exception>
    public Table Append(Table more) => new(
        [.. RowIds, .. more.RowIds],
        [.. Columns.Select(column => column.Append(more[column.Name]))],
        [.. Labels, .. more.Labels]);

    private ArgumentException Uneven(string what, int found) => new($"{found} {what} against {RowIds.Length} rows; expected one for each row.");
}
