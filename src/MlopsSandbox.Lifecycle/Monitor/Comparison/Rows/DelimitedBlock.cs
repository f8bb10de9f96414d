namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Rows of a text file: its bytes, and where in them each cell stands.</summary>
internal sealed class DelimitedBlock : RowBlock
{
    private int[] _starts = [];
    private int[] _lengths = [];
    private int _cells;
    private int _columns = 1;

    /// <summary>The bytes, as they stand in the file.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Cells added since <see cref="Clear"/>.</summary>
    public int Cells => _cells;

    /// <inheritdoc/>
    public override int Rows => _cells / _columns;

    /// <summary>Forgets all cells.</summary>
    public void Clear(int columns) => (_cells, _columns) = (0, columns);

    /// <summary>Adds the next cell of the row, a stretch of the bytes.</summary>
    public void Add((int Start, int Length) cell) => Add(cell.Start, cell.Length);

    /// <summary>Adds a cell with quotes in it, from the one that opens it to its end; it is put in order when it is asked for.</summary>
    public void AddQuoted(int start, int length) => Add(start, ~length);

    /// <summary>Takes back the cells of a row that did not end in this block.</summary>
    public void CutTo(int cells) => _cells = cells;

    /// <summary>A cell's bytes.</summary>
    public ReadOnlySpan<byte> Cell(int index) => _lengths[index] is >= 0 and var length
        ? Bytes.AsSpan(_starts[index], length)
        : QuotedCell.Text(Bytes.AsSpan(_starts[index], ~_lengths[index]));

    /// <inheritdoc/>
    public override void Feed(int column, CellSink sink)
    {
        for ((int row, int at) = (0, column); at < _cells; row++, at += _columns) sink.TakeText(Cell(at), row);
    }

    private void Add(int start, int length)
    {
        if (_cells == _starts.Length)
        {
            Array.Resize(ref _starts, Math.Max(1024, 2 * _cells));
            Array.Resize(ref _lengths, _starts.Length);
        }

        (_starts[_cells], _lengths[_cells]) = (start, length);
        _cells++;
    }
}
