namespace MlopsSandbox.Statistics;

/// <summary>Rows of several numeric features, for tests that look at all of them together.</summary>
public sealed class FeatureRows
{
    private readonly double[] _values;

    /// <summary>Copies values that stand row after row.</summary>
    /// <param name="values">Finite numbers: all features of the first row, then of the second; at least one row.</param>
    /// <param name="columns">Features in a row, from 1.</param>
    /// <exception cref="ArgumentException">The values are no whole rows, there is none, or a value is NaN or infinite.</exception>
    public FeatureRows(ReadOnlySpan<double> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.IsEmpty || values.Length % columns != 0)
            throw new ArgumentException($"There are {values.Length} values for rows of {columns}; expected whole rows, at least one.", nameof(values));
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i])) continue;
            throw new ArgumentException($"Row {i / columns}, column {i % columns} is {values[i]}; expected a finite number. Leave the row out, or fill the value in.", nameof(values));
        }

        _values = values.ToArray();
        Columns = columns;
    }

    /// <summary>Number of rows, from 1.</summary>
    public int Rows => _values.Length / Columns;

    /// <summary>Number of features.</summary>
    public int Columns { get; }

    /// <summary>Copies rows that are arrays of one length.</summary>
    /// <exception cref="ArgumentException">There are no rows, their lengths differ or are 0, or a value is NaN or infinite.</exception>
    public static FeatureRows Of(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows[0].Length == 0) throw new ArgumentException("There are no values; expected at least one row with one column.", nameof(rows));
        int columns = rows[0].Length;
        double[] values = new double[rows.Count * columns];
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows[row].Length != columns)
                throw new ArgumentException($"Row {row} has {rows[row].Length} columns, row 0 has {columns}; expected the same in all.", nameof(rows));
            rows[row].CopyTo(values, row * columns);
        }

        return new FeatureRows(values, columns);
    }

    /// <summary>The features of one row.</summary>
    public ReadOnlySpan<double> this[int row] => _values.AsSpan(row * Columns, Columns);

    /// <summary>The rows at these places of the baseline and then, counted on, of the current ones.</summary>
    internal static FeatureRows Pick(FeatureRows baseline, FeatureRows current, ReadOnlySpan<int> places)
    {
        RequireSameColumns(baseline, current);
        double[] values = new double[places.Length * baseline.Columns];
        for (int i = 0; i < places.Length; i++)
        {
            ReadOnlySpan<double> row = places[i] < baseline.Rows ? baseline[places[i]] : current[places[i] - baseline.Rows];
            row.CopyTo(values.AsSpan(i * baseline.Columns));
        }

        return new FeatureRows(values, baseline.Columns);
    }

    /// <exception cref="ArgumentException">The columns differ.</exception>
    internal static void RequireSameColumns(FeatureRows baseline, FeatureRows current)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(current);
        if (baseline.Columns != current.Columns)
            throw new ArgumentException($"The baseline has {baseline.Columns} columns, the window {current.Columns}; expected the same features in the same order.", nameof(current));
    }
}
