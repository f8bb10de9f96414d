namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>A text from a small set: how often each value occurs.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Counts">Rows of each value, in ordinal order of the values.</param>
/// <param name="Missing">Rows without a value.</param>
public sealed record CategoricalSummary(string Name, SortedDictionary<string, int> Counts, int Missing) : ColumnSummary(Name, Missing)
{
    /// <summary>Rows of values that <see cref="Counts"/> does not list, as there were too many to keep; 0 when it lists all.</summary>
    public int Unlisted { get; init; }

    /// <summary>Rows with a value.</summary>
    public int Present => Counts.Values.Sum() + Unlisted;

    /// <inheritdoc/>
    public override int Rows => Present + Missing;

    /// <summary>Counts values; null is missing.</summary>
    public static CategoricalSummary Of(string name, ReadOnlySpan<string?> values)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int missing = 0;
        foreach (string? value in values)
        {
            if (value is null) missing++;
            else counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        return new CategoricalSummary(name, new SortedDictionary<string, int>(counts, StringComparer.Ordinal), missing);
    }
}
