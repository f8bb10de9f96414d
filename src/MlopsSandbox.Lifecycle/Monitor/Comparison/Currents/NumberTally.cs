using MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Sums up a column that holds numbers in the baseline.</summary>
internal sealed class NumberTally(NumberBins bins, bool decimalComma, ChunkPlan plan) : ColumnTally(plan, bins.Count)
{
    private readonly NumberTrack _numbers = new();
    private long _unreadable;
    private string? _stranger;

    /// <inheritdoc/>
    public override void TakeText(ReadOnlySpan<byte> cell, int row)
    {
        if (NumberCell.TryParse(cell, decimalComma, out double value)) Add(value, row);
        else if (cell.IsEmpty || MissingMark.Is(cell)) AddMissing(row);
        else AddStranger(cell, row);
    }

    /// <inheritdoc/>
    public override void TakeNumber(double value, int row)
    {
        if (double.IsFinite(value)) Add(value, row);
        else if (double.IsNaN(value)) AddMissing(row);
        else AddStranger(value > 0 ? "Infinity"u8 : "-Infinity"u8, row);
    }

    /// <inheritdoc/>
    protected override ColumnProfile Profile(string name) => _numbers.Profile(name, Rows, Missing, _unreadable, _stranger);

    private void Add(double value, int row)
    {
        _numbers.Add(value);
        Count(bins.IndexOf(value), row);
    }

    private void AddMissing(int row)
    {
        Missing++;
        Count(bins.MissingBin, row);
    }

    private void AddStranger(ReadOnlySpan<byte> cell, int row)
    {
        _unreadable++;
        _stranger ??= CategoryText.Of(cell, CategoryForm.Text, new char[CategoryText.LongestWhole]).ToString();
        Count(bins.UnreadableBin, row);
    }
}
