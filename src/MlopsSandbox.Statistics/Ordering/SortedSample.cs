namespace MlopsSandbox.Statistics;

/// <summary>Puts a sample into the ascending order that the rank tests read, so that it is sorted once for many tests.</summary>
public static class SortedSample
{
    /// <summary>The values in ascending order, in an array of their own. Infinities are values like any other.</summary>
    /// <param name="values">Any order; may be empty.</param>
    /// <remarks>By radix from 2,048 values on: O(n), about a fifth of the time of <see cref="Array.Sort{T}(T[])"/> at a million.</remarks>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            if (double.IsNaN(values[i])) throw new ArgumentException($"Value {i} of the sample is NaN; leave missing values out.", nameof(values));
        double[] sorted = values.ToArray();
        RadixSort.Ascending(sorted);
        return sorted;
    }

    /// <summary>The value below which <paramref name="share"/> of an ascending sample lies.</summary>
    /// <remarks>Between values by a straight line, type 7 of Hyndman and Fan (1996), American Statistician 50, 361–365.</remarks>
    internal static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        if (below + 1 >= sorted.Length) return sorted[^1];
        return sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
