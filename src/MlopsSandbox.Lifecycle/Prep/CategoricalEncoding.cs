using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>A text: a slot for each category that the train rows have often enough, one for missing ones, one for all others; 1 in one of them, 0 elsewhere.</summary>
/// <param name="Column">The feature's name.</param>
/// <param name="Categories">Known categories in ordinal order.</param>
public sealed record CategoricalEncoding(string Column, IReadOnlyList<string> Categories) : ColumnEncoding(Column)
{
    /// <summary>Train rows that a category needs for a slot of its own; rarer ones share the slot for others, which so learns what a stranger is like.</summary>
    public const int LeastRows = 5;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> Slots => [.. Categories.Select(category => $"{Column}={category}"), $"{Column} missing", $"{Column} other"];

    /// <summary>Learns the categories; null when all train rows have the same one and so it tells nothing.</summary>
    internal static CategoricalEncoding? Fit(CategoricalColumn train)
    {
        if (train.Values.Distinct(StringComparer.Ordinal).Count() < 2) return null;
        IEnumerable<string> frequent = train.Values.OfType<string>().GroupBy(value => value, StringComparer.Ordinal)
            .Where(same => same.Count() >= LeastRows).Select(same => same.Key);
        return new CategoricalEncoding(train.Name, [.. frequent.Order(StringComparer.Ordinal)]);
    }

    internal override void Fill(Column column, float[][] vectors, int first)
    {
        if (column is not CategoricalColumn categorical) throw Unexpected(column, nameof(CategoricalColumn));
        Dictionary<string, int> slots = Categories.Index().ToDictionary(known => known.Item, known => known.Index, StringComparer.Ordinal);
        (int missing, int other) = (Categories.Count, Categories.Count + 1);
        for (int row = 0; row < vectors.Length; row++)
        {
            int slot = categorical.Values[row] is { } value ? slots.GetValueOrDefault(value, other) : missing;
            vectors[row][first + slot] = 1;
        }
    }
}
