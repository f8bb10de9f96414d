using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What a test needs to know of one column, of the baseline or of a window alike: rows are needed no more once it is made.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Rows without a value.</param>
public abstract record ColumnSummary(string Name, int Missing)
{
    /// <summary>Rows, missing ones included.</summary>
    public abstract int Rows { get; }

    /// <summary>Summarises a column of rows. Their order makes no difference.</summary>
    /// <exception cref="ArgumentException">The column is neither numeric nor categorical.</exception>
    public static ColumnSummary Of(Column column) => column switch
    {
        NumericColumn numeric => NumericSummary.Of(numeric.Name, numeric.Values),
        CategoricalColumn categorical => CategoricalSummary.Of(categorical.Name, categorical.Values),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}; expected a numeric or categorical one."),
    };
}
