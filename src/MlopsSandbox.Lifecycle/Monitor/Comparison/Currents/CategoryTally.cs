using MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using ValueRows = MlopsSandbox.Lifecycle.Ingest.ValueRows;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Sums up a column that holds categories in the baseline: those it knows are counted exactly, of new ones the first by name and later ones together.</summary>
internal sealed class CategoryTally : ColumnTally
{
    /// <summary>Names new values that are too many to be counted each; the baseline has seen none of them.</summary>
    public const string FurtherNew = "(further new values)";

    private readonly CategoryProfile _baseline;
    private readonly CategoryBins _bins;
    private readonly bool _decimalComma;
    private readonly Dictionary<string, int> _known;
    private readonly TextTally _new;
    private readonly char[] _room = new char[CategoryText.LongestWhole];

    public CategoryTally(CategoryProfile baseline, bool decimalComma, int mostTexts, ChunkPlan plan) : this(baseline, new CategoryBins(baseline), decimalComma, mostTexts, plan)
    {
    }

    private CategoryTally(CategoryProfile baseline, CategoryBins bins, bool decimalComma, int mostTexts, ChunkPlan plan) : base(plan, bins.Count)
    {
        (_baseline, _bins, _decimalComma) = (baseline, bins, decimalComma);
        _known = baseline.Values.ToDictionary(value => value.Value, _ => 0, StringComparer.Ordinal);
        _new = new TextTally(mostTexts);
    }

    /// <inheritdoc/>
    public override void TakeText(ReadOnlySpan<byte> cell, int row)
    {
        if (cell.IsEmpty) AddMissing(row);
        else if (_baseline.Form != CategoryForm.Number) Add(CategoryText.Of(cell, _baseline.Form, _room), row);
        else if (NumberCell.TryParse(cell, _decimalComma, out double value)) Add(CategoryText.Of(value, _room), row);
        else if (MissingMark.Is(cell)) AddMissing(row);
        else Add(CategoryText.Of(cell, CategoryForm.Text, _room), row);
    }

    /// <inheritdoc/>
    public override void TakeNumber(double value, int row)
    {
        if (double.IsNaN(value)) AddMissing(row);
        else Add(CategoryText.Of(value, _room), row);
    }

    /// <inheritdoc/>
    protected override ColumnProfile Profile(string name)
    {
        IEnumerable<ValueRows> values = _known.Where(pair => pair.Value > 0).Select(pair => new ValueRows(pair.Key, pair.Value)).Concat(_new.Values(text => text));
        // Where the baseline lists all of its values, what is not among them is new for certain; else it may be one that is not listed.
        bool isWhole = _baseline.Unlisted == 0;
        if (isWhole && _new.Unlisted > 0) values = values.Append(new ValueRows(FurtherNew, _new.Unlisted));
        return new CategoryProfile(name, Rows, Missing, [.. values.OrderBy(value => value.Value, StringComparer.Ordinal)], _baseline.Form) { Unlisted = isWhole ? 0 : _new.Unlisted };
    }

    private void Add(ReadOnlySpan<char> text, int row)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out int count)) known[text] = count + 1;
        else _new.Add(text);
        Count(_bins.IndexOf(text), row);
    }

    private void AddMissing(int row)
    {
        Missing++;
        Count(_bins.MissingBin, row);
    }
}
