using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>What is kept of one column of a file, whatever the number of its rows.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Missing">Rows without a value.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumberProfile), "number")]
[JsonDerivedType(typeof(CategoryProfile), "category")]
[JsonDerivedType(typeof(UnjudgedProfile), "unjudged")]
public abstract record ColumnProfile(string Name, long Rows, long Missing)
{
    /// <summary>Everything wrong with a profile that was read from a file; empty when it can be used.</summary>
    internal virtual IEnumerable<string> Problems()
    {
        if (string.IsNullOrEmpty(Name)) yield return "a column has no name";
        if (Rows < 0 || Missing < 0 || Missing > Rows) yield return FormattableString.Invariant($"column '{Name}' has {Missing} missing of {Rows} rows");
    }
}

/// <summary>A column of numbers.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Values">All values, or as many as <see cref="MostValues"/> evenly spaced ones in order of size that stand for all; ascending.</param>
public sealed record NumberProfile(string Name, long Rows, long Missing, IReadOnlyList<double> Values) : ColumnProfile(Name, Rows, Missing)
{
    /// <summary>Most values that are kept of a column.</summary>
    public const int MostValues = Baseline.LargestSample;

    /// <summary>Rows with a cell that is no number.</summary>
    public long Unreadable { get; init; }

    /// <summary>The first of them; null when there is none.</summary>
    public string? Stranger { get; init; }

    /// <summary>Mean of all values; 0 when there are none.</summary>
    public double Mean { get; init; }

    /// <summary>Standard deviation of all values, over n; 0 when there are none.</summary>
    public double Deviation { get; init; }

    /// <summary>How far the share of values below any one may be off, for all at once with 99 % confidence, as they were summed up while reading; 0 when all were kept.</summary>
    public double RankError { get; init; }

    /// <summary>Rows with a number.</summary>
    [JsonIgnore]
    public long Present => Rows - Missing - Unreadable;

    /// <summary>What the tests take. Where not all values are kept, all counts shrink in proportion, so that tests are careful, never bold. Unreadable cells count as missing.</summary>
    internal NumericSummary Summary() => new(Name, [.. Values], InProportion(Missing + Unreadable));

    /// <summary>Rows in proportion to the values that are kept.</summary>
    internal int InProportion(long rows) => Values.Count == Present ? checked((int)rows) : (int)Math.Min(int.MaxValue / 2, Math.Round((double)rows * Values.Count / Present));

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() => base.Problems().Concat(OwnProblems());

    private IEnumerable<string> OwnProblems()
    {
        if (Values is null || Values.Count > MostValues || Unreadable < 0 || Present < 0 || Values.Count != Math.Min(Present, MostValues))
            yield return FormattableString.Invariant($"column '{Name}' keeps {Values?.Count ?? 0} values of {Present}");
        else if (Values.Zip(Values.Skip(1)).Any(pair => !(pair.First <= pair.Second)) || Values.Any(value => !double.IsFinite(value)))
            yield return $"the values of column '{Name}' are not in ascending order";
    }
}

/// <summary>A column of texts from a set.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Values">Different values with their rows, in ordinal order; each is counted exactly.</param>
/// <param name="Form">In which ways they may be written.</param>
public sealed record CategoryProfile(string Name, long Rows, long Missing, IReadOnlyList<ValueRows> Values, CategoryForm Form) : ColumnProfile(Name, Rows, Missing)
{
    /// <summary>Rows of further values that are not listed, as there were too many; 0 when all are.</summary>
    public int Unlisted { get; init; }

    /// <summary>What the tests take.</summary>
    internal CategoricalSummary Summary() => new(
        Name, new SortedDictionary<string, int>(Values.ToDictionary(value => value.Value, value => value.Rows, StringComparer.Ordinal), StringComparer.Ordinal), checked((int)Missing))
    {
        Unlisted = Unlisted,
    };

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() => base.Problems().Concat(OwnProblems());

    private IEnumerable<string> OwnProblems()
    {
        if (Values is null || Unlisted < 0 || Values.Any(value => value.Value is null || value.Rows < 1) || Values.Sum(value => (long)value.Rows) + Unlisted + Missing != Rows)
            yield return FormattableString.Invariant($"the values of column '{Name}' do not sum up to its {Rows} rows");
        else if (Values.Select(value => value.Value).Distinct(StringComparer.Ordinal).Count() < Values.Count)
            yield return $"a value of column '{Name}' stands twice";
    }
}

/// <summary>A column that says nothing about drift.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Looks">What it looks like.</param>
/// <param name="Reason">Why it is not judged, in words.</param>
public sealed record UnjudgedProfile(string Name, long Rows, long Missing, UnjudgedKind Looks, string Reason) : ColumnProfile(Name, Rows, Missing);

/// <summary>Why a column says nothing about drift.</summary>
public enum UnjudgedKind
{
    /// <summary>It has no values.</summary>
    Empty,
    /// <summary>Each row has its own number.</summary>
    Id,
    /// <summary>It holds dates, which go on in every file.</summary>
    Dates,
    /// <summary>Most texts stand once.</summary>
    FreeText,
    /// <summary>It is numbers at first, and later mostly texts.</summary>
    Mixed,
    /// <summary>It is of a type that is not read.</summary>
    Unread,
}
