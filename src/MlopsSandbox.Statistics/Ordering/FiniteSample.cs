using System.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>What a sample of numbers must hold to, its order and its extremes.</summary>
internal static class FiniteSample
{
    /// <summary>A copy in ascending order.</summary>
    /// <exception cref="ArgumentException">The sample is empty, or has a NaN or an infinite value.</exception>
    public static double[] Sorted(ReadOnlySpan<double> sample, string name)
    {
        Extremes(sample, name);
        double[] sorted = sample.ToArray();
        RadixSort.Ascending(sorted);
        return sorted;
    }

    /// <exception cref="ArgumentException">The sample is empty, out of order, or has a NaN or an infinite value.</exception>
    public static void RequireSorted(ReadOnlySpan<double> sample, string name)
    {
        if (sample.IsEmpty) throw Empty(name);
        double previous = double.NegativeInfinity;
        for (int i = 0; i < sample.Length; i++)
        {
            if (!double.IsFinite(sample[i])) throw NotFinite(sample, name);
            if (sample[i] < previous) throw new ArgumentException($"Value {i} of the sample is {sample[i]}, after {previous}; expected ascending order.", name);
            previous = sample[i];
        }
    }

    /// <summary>Smallest and largest value.</summary>
    /// <exception cref="ArgumentException">The sample is empty, or has a NaN or an infinite value.</exception>
    public static (double Lowest, double Highest) Extremes(ReadOnlySpan<double> sample, string name)
    {
        if (sample.IsEmpty) throw Empty(name);
        (double lowest, double highest, double nothing) = (sample[0], sample[0], 0);
        int next = 0;
        if (sample.Length >= Vector<double>.Count)
        {
            Vector<double> low = new(sample), high = low, zeros = Vector<double>.Zero;
            for (; next <= sample.Length - Vector<double>.Count; next += Vector<double>.Count)
            {
                Vector<double> values = new(sample[next..]);
                low = Vector.Min(low, values);
                high = Vector.Max(high, values);
                zeros += values * Vector<double>.Zero;
            }

            for (int lane = 0; lane < Vector<double>.Count; lane++)
                (lowest, highest, nothing) = (Math.Min(lowest, low[lane]), Math.Max(highest, high[lane]), nothing + zeros[lane]);
        }

        for (; next < sample.Length; next++)
            (lowest, highest, nothing) = (Math.Min(lowest, sample[next]), Math.Max(highest, sample[next]), nothing + (sample[next] * 0));
        return nothing == 0 ? (lowest, highest) : throw NotFinite(sample, name);
    }

    private static ArgumentException Empty(string name) => new("The sample is empty; expected at least one value.", name);

    private static ArgumentException NotFinite(ReadOnlySpan<double> sample, string name)
    {
        int at = 0;
        while (double.IsFinite(sample[at])) at++;
        return new ArgumentException($"Value {at} of the sample is {sample[at]}; expected finite numbers. Leave missing values out.", name);
    }
}
