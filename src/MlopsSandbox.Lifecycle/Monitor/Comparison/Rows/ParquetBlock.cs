using Parquet;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>A row group of a Parquet file. A column is read when it is fed, so that a wide group is never in memory as a whole.</summary>
/// <param name="group">The group.</param>
/// <param name="read">Reads a column; safe from several threads.</param>
internal sealed class ParquetBlock(ParquetRowGroupReader group, Func<ParquetRowGroupReader, int, ParquetColumn> read) : RowBlock, IDisposable
{
    /// <inheritdoc/>
    public override int Rows { get; } = checked((int)group.RowCount);

    /// <inheritdoc/>
    public override void Feed(int column, CellSink sink) => read(group, column).Feed(sink);

    /// <inheritdoc/>
    public void Dispose() => group.Dispose();
}
