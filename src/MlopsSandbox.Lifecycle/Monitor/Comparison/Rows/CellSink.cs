namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Takes in the cells of one column, in the order of the rows. Each column has its own, so that columns can be read side by side.</summary>
internal abstract class CellSink
{
    /// <summary>A cell as it stands in a text file: UTF-8 without blanks round it; empty when there is nothing in it.</summary>
    /// <param name="cell">Only valid during the call.</param>
    /// <param name="row">Position in its block, from 0.</param>
    public abstract void TakeText(ReadOnlySpan<byte> cell, int row);

    /// <summary>A cell of a file that knows types; NaN is missing.</summary>
    public abstract void TakeNumber(double value, int row);

    /// <summary>A cell of a file that knows types, without a value.</summary>
    public virtual void TakeMissing(int row) => TakeText([], row);
}
