namespace MlopsSandbox.Statistics;

/// <summary>Bins of a number with about equally many baseline rows each, and one bin for missing values.</summary>
/// <remarks>
/// A bin reaches from above one edge to the next one, included; the first and the last are open-ended. Edges are values of the baseline, so
/// a value that is common stands in one bin; where the smallest value is an edge, an own bin catches everything below it, so that a
/// constant baseline sees a change to either side.
/// </remarks>
public sealed class QuantileBins
{
    private readonly double[] _edges;

    private QuantileBins(double[] edges) => _edges = edges;

    /// <summary>Number of bins, the one for missing values included, which is the last.</summary>
    public int Count => _edges.Length + 2;

    /// <summary>Upper edges of all bins but the open last one and the missing one, ascending.</summary>
    public IReadOnlyList<double> UpperEdges => _edges;

    /// <summary>Chooses edges at the baseline's quantiles.</summary>
    /// <param name="baselineSorted">Values in ascending order without NaN; may be empty, which leaves one bin for all values.</param>
    /// <param name="bins">Bins to aim at, from 2; ties leave fewer.</param>
    public static QuantileBins Of(ReadOnlySpan<double> baselineSorted, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        List<double> edges = [];
        for (int cut = 1; cut < bins && !baselineSorted.IsEmpty; cut++)
        {
            double edge = baselineSorted[(int)(((long)cut * baselineSorted.Length - 1) / bins)];
            if (edges.Count == 0 && edge == baselineSorted[0]) edges.Add(Math.BitDecrement(edge));
            if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
        }

        return new QuantileBins([.. edges]);
    }

    /// <summary>The bin of a value; NaN is missing.</summary>
    public int IndexOf(double value)
    {
        if (double.IsNaN(value)) return Count - 1;
        int found = Array.BinarySearch(_edges, value);
        return found >= 0 ? found : ~found;
    }

    /// <summary>How many values fall into each bin.</summary>
    public int[] CountsOf(ReadOnlySpan<double> values)
    {
        int[] counts = new int[Count];
        foreach (double value in values) counts[IndexOf(value)]++;
        return counts;
    }
}
