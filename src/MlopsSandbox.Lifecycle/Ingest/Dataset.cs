namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>A dataset version: typed rows, and what each is for.</summary>
public sealed class Dataset
{
    /// <exception cref="ArgumentException">There is not one split for each row.</exception>
    public Dataset(Table rows, Split[] splits)
    {
        if (splits.Length != rows.Count) throw new ArgumentException($"{splits.Length} splits against {rows.Count} rows; expected one for each row.");
        (Rows, Splits) = (rows, splits);
    }

    /// <summary>All rows.</summary>
    public Table Rows { get; }

    /// <summary>What each row is for, in the order of <see cref="Rows"/>.</summary>
    public Split[] Splits { get; }

    /// <summary>The rows of these splits, in their order.</summary>
    public Table Part(params IReadOnlyList<Split> wanted) =>
        Rows.Take([.. Enumerable.Range(0, Rows.Count).Where(position => wanted.Contains(Splits[position]))]);
}
