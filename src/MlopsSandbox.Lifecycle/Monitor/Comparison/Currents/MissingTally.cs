using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

/// <summary>Counts the missing cells of a column that is not judged.</summary>
internal sealed class MissingTally(UnjudgedProfile baseline, ChunkPlan plan) : ColumnTally(plan, bins: 1)
{
    /// <inheritdoc/>
    public override void TakeText(ReadOnlySpan<byte> cell, int row)
    {
        if (cell.IsEmpty) Missing++;
        Count(0, row);
    }

    /// <inheritdoc/>
    public override void TakeNumber(double value, int row)
    {
        if (double.IsNaN(value)) Missing++;
        Count(0, row);
    }

    /// <inheritdoc/>
    protected override ColumnProfile Profile(string name) => new UnjudgedProfile(name, Rows, Missing, baseline.Looks, baseline.Reason);
}
