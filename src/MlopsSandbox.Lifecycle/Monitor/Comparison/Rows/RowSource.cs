namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>A file of rows, read from its begin to its end in blocks.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>The columns' names, all different.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>True when numbers may be written 1,5.</summary>
    public abstract bool HasDecimalComma { get; }

    /// <summary>How much of the file is read, in [0, 1].</summary>
    public abstract double ShareRead { get; }

    /// <summary>What people should know of how the file was read, a sentence each.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>The next rows, at least one; null at the end. The block before the last one is overwritten.</summary>
    /// <exception cref="Scenarios.ScenarioException">The file can't be used; the line is named.</exception>
    public abstract RowBlock? Next();

    /// <inheritdoc/>
    public abstract void Dispose();
}
