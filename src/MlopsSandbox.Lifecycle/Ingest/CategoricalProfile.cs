namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>A categorical feature.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="Top">The most frequent values, at most twenty, with their rows; equally frequent ones in order of their text.</param>
public sealed record CategoricalProfile(string Name, int Missing, int Distinct, IReadOnlyList<ValueRows> Top) : ColumnProfile(Name, Missing)
{
    private const int Most = 20;

    internal static CategoricalProfile Of(CategoricalColumn column)
    {
        ValueRows[] values =
        [
            .. column.Values.OfType<string>().GroupBy(value => value, StringComparer.Ordinal).Select(same => new ValueRows(same.Key, same.Count()))
                .OrderByDescending(value => value.Rows).ThenBy(value => value.Value, StringComparer.Ordinal),
        ];
        return new CategoricalProfile(column.Name, column.Values.Count(value => value is null), values.Length, [.. values.Take(Most)]);
    }
}
