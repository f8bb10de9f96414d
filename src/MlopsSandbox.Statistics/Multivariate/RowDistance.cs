namespace MlopsSandbox.Statistics;

/// <summary>Euclidean distances of rows, and Gauss' kernel over them.</summary>
internal static class RowDistance
{
    public static double Between(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Math.Sqrt(Squared(a, b));

    public static double Squared(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++) sum += (a[k] - b[k]) * (a[k] - b[k]);
        return sum;
    }

    /// <summary>exp(−‖a − b‖² / 2σ²), in (0, 1].</summary>
    public static double Gauss(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double bandwidth) => Math.Exp(-Squared(a, b) / (2 * bandwidth * bandwidth));

    /// <summary>Median distance of all pairs of rows; of those that differ when at least half are equal; 1 when all are.</summary>
    public static double Median(FeatureRows rows)
    {
        List<double> apart = [];
        for (int i = 0; i < rows.Rows; i++)
            for (int j = 0; j < i; j++) apart.Add(Between(rows[i], rows[j]));
        double median = MedianOf(apart);
        if (median > 0) return median;
        apart.RemoveAll(distance => distance == 0);
        return apart.Count > 0 ? MedianOf(apart) : 1;
    }

    private static double MedianOf(List<double> distances)
    {
        if (distances.Count == 0) return 0;
        double[] sorted = [.. distances];
        RadixSort.Ascending(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
