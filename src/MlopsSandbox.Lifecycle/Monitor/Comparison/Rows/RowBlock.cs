namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Some consecutive rows of a file, in memory until the block after the next one is read.</summary>
internal abstract class RowBlock
{
    /// <summary>Number of rows.</summary>
    public abstract int Rows { get; }

    /// <summary>Hands all cells of a column to a sink. Different columns may be fed at the same time.</summary>
    public abstract void Feed(int column, CellSink sink);
}
