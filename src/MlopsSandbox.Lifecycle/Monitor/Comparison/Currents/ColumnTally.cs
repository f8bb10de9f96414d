using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Sums up a column of the file that is judged, by what is known of it from the baseline.</summary>
/// <param name="plan">The stretches that rows belong to.</param>
/// <param name="bins">Bins that rows are counted in, for each stretch.</param>
internal abstract class ColumnTally(ChunkPlan plan, int bins) : CellSink
{
    private int[] _chunks = new int[ChunkPlan.MostChunks * bins];

    /// <summary>Rows so far.</summary>
    protected long Rows { get; private set; }

    /// <summary>Rows without a value.</summary>
    protected long Missing { get; set; }

    /// <summary>Puts the counts of stretches where they now stand.</summary>
    public void Move(int[] moved)
    {
        int[] chunks = new int[_chunks.Length];
        for (int old = 0; old < moved.Length; old++)
            for (int bin = 0; bin < bins; bin++) chunks[(moved[old] * bins) + bin] += _chunks[(old * bins) + bin];
        _chunks = chunks;
    }

    /// <summary>What was found.</summary>
    public CurrentColumn Column(string name) => new(Profile(name), [.. Enumerable.Range(0, plan.Firsts.Count).Select(chunk => _chunks.AsSpan(chunk * bins, bins).ToArray())]);

    /// <summary>The column's summary, of the same kind as the baseline's.</summary>
    protected abstract ColumnProfile Profile(string name);

    /// <summary>Counts a row in its bin.</summary>
    protected void Count(int bin, int row)
    {
        Rows++;
        int slot = plan.SlotOfRow[row];
        if (slot >= 0) _chunks[(slot * bins) + bin]++;
    }
}
