using System.Runtime.ExceptionServices;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Leads a file's cells into its columns' sinks, on all cores: columns are shared out, and the next block is read meanwhile.</summary>
internal static class RowWalk
{
    /// <summary>Reads the file to its end.</summary>
    /// <param name="source">The file.</param>
    /// <param name="sinks">A sink for each column; null where nobody asks.</param>
    /// <param name="before">Looks at each block before its cells are handed out.</param>
    /// <param name="progress">Told the share that is read, after each block.</param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <returns>Number of rows.</returns>
    public static long Over(RowSource source, IReadOnlyList<CellSink?> sinks, Action<RowBlock> before, Action<double> progress, CancellationToken cancellation)
    {
        // The result is the same with any number of parts, as each sink sees its own column's cells in order.
        int parts = Math.Min(sinks.Count, 2 * Environment.ProcessorCount);
        long rows = 0;
        for (RowBlock? block = source.Next(); block is not null;)
        {
            cancellation.ThrowIfCancellationRequested();
            before(block);
            RowBlock now = block;
            RowBlock? next = null;
            SideBySide(parts + 1, part =>
            {
                if (part == 0) next = source.Next();
                else Feed(now, sinks, part - 1, parts, cancellation);
            });
            rows += now.Rows;
            progress(source.ShareRead);
            block = next;
        }

        return rows;
    }

    private static void Feed(RowBlock block, IReadOnlyList<CellSink?> sinks, int part, int parts, CancellationToken cancellation)
    {
        for (int column = part; column < sinks.Count; column += parts)
        {
            if (cancellation.IsCancellationRequested) return;
            if (sinks[column] is { } sink) block.Feed(column, sink);
        }
    }

    private static void SideBySide(int parts, Action<int> work)
    {
        try
        {
            Parallel.For(0, parts, work);
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }
    }
}
