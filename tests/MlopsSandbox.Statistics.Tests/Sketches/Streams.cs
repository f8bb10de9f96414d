namespace MlopsSandbox.Statistics.Tests.Sketches;

/// <summary>Values in orders and shapes that are hard on summaries.</summary>
internal static class Streams
{
    public static readonly string[] Shapes = ["sorted", "falling", "normal", "ties", "saw", "outliers"];

    public static double[] Draw(string shape, int rows, SeededRandom random) => [.. Enumerable.Range(0, rows).Select(i => shape switch
    {
        "sorted" => i,
        "falling" => -i,
        "ties" => random.NextInt(7),
        "saw" => i % 2 == 0 ? i : rows - i,
        "outliers" => random.NextInt(50) == 0 ? 1e6 * random.NextGaussian() : random.NextGaussian(),
        _ => random.NextGaussian(),
    })];

    /// <summary>Largest error of any rank of a sketch against the rows themselves.</summary>
    public static double LargestRankError(QuantileSketch sketch, double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        double largest = 0;
        (double[] stored, long[] weights) = sketch.Weighted();
        long below = 0;
        int next = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i + 1 < sorted.Length && sorted[i + 1] == sorted[i]) continue;
            for (; next < stored.Length && stored[next] <= sorted[i]; next++) below += weights[next];
            largest = Math.Max(largest, Math.Abs((below / (double)sketch.Count) - ((i + 1.0) / sorted.Length)));
        }

        return largest;
    }
}
