using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>The most frequent values of a baseline's column, a bin each, then all others together, then missing cells.</summary>
internal sealed class CategoryBins
{
    private const int MostNamed = 20;
    private readonly Dictionary<string, int> _named;

    public CategoryBins(CategoryProfile baseline)
    {
        ValueRows[] named = [.. baseline.Values.OrderByDescending(value => value.Rows).ThenBy(value => value.Value, StringComparer.Ordinal).Take(MostNamed)];
        _named = named.Index().ToDictionary(value => value.Item.Value, value => value.Index, StringComparer.Ordinal);
        int[] rows = [.. named.Select(value => value.Rows)];
        Baseline = [.. rows, (int)Math.Min(int.MaxValue, baseline.Rows - baseline.Missing - rows.Sum(row => (long)row)), (int)Math.Min(int.MaxValue, baseline.Missing)];
    }

    /// <summary>Number of bins.</summary>
    public int Count => Baseline.Length;

    public int MissingBin => Count - 1;

    /// <summary>The baseline's rows in each bin.</summary>
    public int[] Baseline { get; }

    /// <summary>The bin of a value.</summary>
    public int IndexOf(ReadOnlySpan<char> value) => _named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out int bin) ? bin : Count - 2;
}
