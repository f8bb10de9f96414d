using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Lets recent rows count more: rows that are fitted on are drawn again, each in proportion to its weight.</summary>
/// <remarks>
/// Drawn and not weighted, so that every trainer learns from the same dataset and its Parquet file shows what was learned from. The draw is
/// systematic (Kitagawa, 1996): a row of n times the mean weight is taken n times, give or take less than one. Rows that choose and measure stay as they are.
/// </remarks>
internal static class RecentRows
{
    /// <summary>The dataset with its train rows drawn again, as many as there were, in the same order.</summary>
    /// <param name="dataset">The rows.</param>
    /// <param name="ageDays">Age of each in days, in the order of the rows.</param>
    /// <param name="halfLifeDays">Days after which a row counts half.</param>
    /// <param name="seed">Settles the draw.</param>
    public static Dataset Drawn(Dataset dataset, IReadOnlyList<double> ageDays, double halfLifeDays, int seed)
    {
        int[] train = [.. Enumerable.Range(0, dataset.Rows.Count).Where(row => dataset.Splits[row] == Split.Train)];
        double youngest = train.Length == 0 ? 0 : train.Min(row => ageDays[row]);
        int[] counts = Draw([.. train.Select(row => Math.Pow(2, (youngest - ageDays[row]) / halfLifeDays))], new SeededRandom(seed).NextDouble());
        Dictionary<int, int> times = train.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second);
        int[] rows = [.. Enumerable.Range(0, dataset.Rows.Count).SelectMany(row => Enumerable.Repeat(row, times.GetValueOrDefault(row, 1)))];
        return new Dataset(dataset.Rows.Take(rows), [.. rows.Select(row => dataset.Splits[row])]);
    }

    /// <summary>How often each is taken, as many in all as there are weights.</summary>
    /// <param name="weights">Weights, not all 0.</param>
    /// <param name="start">Where the first tick stands, in [0, 1).</param>
    internal static int[] Draw(double[] weights, double start)
    {
        int[] counts = new int[weights.Length];
        double step = weights.Sum() / weights.Length, reached = 0;
        int taken = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            reached += weights[i];
            for (; taken < weights.Length && (taken + start) * step < reached; taken++) counts[i]++;
        }
        if (weights.Length > 0) counts[^1] += weights.Length - taken;    // a tick that rounding left beyond the last weight
        return counts;
    }
}
