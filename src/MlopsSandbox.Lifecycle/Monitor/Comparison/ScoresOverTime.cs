using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>How far each stretch of a file is from the baseline.</summary>
internal static class ScoresOverTime
{
    // Of a thousand stretches without a change about one is beyond its line.
    private const double Alpha = 0.001;

    /// <summary>The population stability index of each stretch, over the baseline's bins, with the index that chance seldom exceeds in a stretch of so many rows.</summary>
    public static IReadOnlyList<ChunkScore> Of(int[] baseline, IReadOnlyList<int[]> chunks) => chunks.Count < 2 ? [] : [.. chunks.Select(chunk => Of(baseline, chunk))];

    private static ChunkScore Of(int[] baseline, int[] chunk)
    {
        int rows = chunk.Sum(), used = baseline.Zip(chunk).Count(bin => bin.First + bin.Second > 0);
        if (rows == 0) return new ChunkScore(0, 0, 0);
        double threshold = used < 2 ? 0 : PopulationStability.CriticalValue(Alpha, used, baseline.Sum(), rows);
        return new ChunkScore(rows, PopulationStability.Index(baseline, chunk), threshold);
    }
}
