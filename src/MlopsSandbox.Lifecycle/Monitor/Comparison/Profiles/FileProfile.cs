namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>What is kept of a file that says what is usual: enough to hold any other file against it, without its rows.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns, in the file's order.</param>
public sealed record FileProfile(string Name, long Rows, IReadOnlyList<ColumnProfile> Columns)
{
    /// <summary>What people should know of how the file was read, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Everything wrong with a profile that was read from a file; empty when it can be used.</summary>
    internal IEnumerable<string> Problems()
    {
        if (Columns is null || Columns.Any(column => column is null)) return ["it has no list of columns"];
        IEnumerable<string> uneven = Columns.Where(column => column.Rows != Rows).Select(column => FormattableString.Invariant($"column '{column.Name}' has {column.Rows} rows of {Rows}"));
        IEnumerable<string> twice = Columns.GroupBy(column => column.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => $"column '{same.Key}' stands twice");
        return Columns.SelectMany(column => column.Problems()).Concat(uneven).Concat(twice);
    }
}
