using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Since when a column that drifted has been another.</summary>
internal static class ChangePoint
{
    // The rows before it have to be so many times likelier as baseline than as changed: twenty to one after all stretches had the choice.
    private const double Odds = 20;

    /// <summary>The stretch that the change began with; null when it is not inside of the file: then the whole of it is another.</summary>
    public static ColumnSince? Of(int[] baseline, IReadOnlyList<int[]> chunks, ChunkOrder order)
    {
        if (chunks.Count < 2) return null;
        double[] shares = PopulationStability.SmoothedShares(baseline);
        int first = ChangeEstimate.FirstChangedDay([new DailyCounts(shares, chunks)]);
        if (first == 0 || Evidence(shares, Sum(chunks.Take(first)), Sum(chunks.Skip(first))) < Math.Log(Odds * chunks.Count)) return null;
        return new ColumnSince(first, Words(order, first));
    }

    /// <summary>Log of how much likelier the rows before are as baseline than as rows after the change.</summary>
    private static double Evidence(double[] baseline, int[] before, int[] after)
    {
        double[] changed = PopulationStability.SmoothedShares(after);
        return before.Index().Sum(bin => bin.Item * Math.Log(baseline[bin.Index] / changed[bin.Index]));
    }

    private static int[] Sum(IEnumerable<int[]> chunks) => [.. chunks.Aggregate((all, chunk) => [.. all.Zip(chunk, (a, b) => a + b)])];

    private static string Words(ChunkOrder order, int chunk) => order.Column is null
        ? string.Create(CultureInfo.InvariantCulture, $"since about row {order.Begins[chunk] + 1:N0}")
        : $"since about {ChunkLabel.Of(order, chunk)}";
}
