using MlopsSandbox.Lifecycle.Monitor.Comparison.Cells;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>In which order a file tells its story: that of its rows, or that of a column of dates.</summary>
internal sealed class RowOrder : CellSink
{
    private const long Second = TimeSpan.TicksPerSecond, Day = TimeSpan.TicksPerDay;
    private static readonly long[] RowWidths = [.. Enumerable.Range(0, 50).Select(power => 20L << power)];

    // Each is a multiple of the one before; weeks begin on Mondays, as day 0 is one.
    private static readonly long[] TimeWidths =
    [
        Second, 10 * Second, 60 * Second, 600 * Second, 3600 * Second, 3 * 3600 * Second, 12 * 3600 * Second,
        Day, 7 * Day, 28 * Day, 84 * Day, 364 * Day, 3640 * Day, 36_400 * Day, 364_000 * Day,
    ];

    private readonly int? _column;
    private readonly DateCell _dates = new();
    private long[] _keys = [];
    private long _rows;

    /// <param name="column">The column of dates; null for the rows' order.</param>
    public RowOrder(int? column)
    {
        _column = column;
        Plan = new ChunkPlan(column is null ? RowWidths : TimeWidths);
    }

    /// <summary>The stretches.</summary>
    public ChunkPlan Plan { get; }

    /// <summary>Rows whose time can't be read.</summary>
    public long Timeless { get; private set; }

    /// <summary>Places a block's rows.</summary>
    /// <returns>Where the stretches so far now stand; null when all stay.</returns>
    public int[]? Place(RowBlock block)
    {
        if (_keys.Length < block.Rows) _keys = new long[block.Rows];
        if (_column is { } column) block.Feed(column, this);
        else
            for (int row = 0; row < block.Rows; row++) _keys[row] = _rows + row;
        _rows += block.Rows;
        return Plan.Place(_keys.AsSpan(0, block.Rows));
    }

    /// <inheritdoc/>
    public override void TakeText(ReadOnlySpan<byte> cell, int row)
    {
        bool isTime = _dates.TryParse(cell, out DateTime time);
        _keys[row] = isTime ? time.Ticks : ChunkPlan.Nowhere;
        if (!isTime) Timeless++;
    }

    /// <inheritdoc/>
    public override void TakeNumber(double value, int row) => TakeText([], row);
}
