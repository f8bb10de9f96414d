using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>How far chunks of a reference are from the rest of it, by chance: what a window of their size is held against.</summary>
/// <remarks>Chunks are drawn at random, so that they tell of the chance of sampling, not of how the data swing in time.</remarks>
public static class ReferenceChunks
{
    /// <summary>Chunks below which a mean and a deviation of their scores say too little.</summary>
    public const int Least = 20;

    /// <summary>Divides the reference's rows at random into as many whole chunks as there are, and scores each against all rows outside of it.</summary>
    /// <param name="reference">Rows in each bin.</param>
    /// <param name="chunkRows">Rows of a chunk, from 1 on; rows that are left over are in none.</param>
    /// <param name="score">Of the counts outside and those of the chunk. Must not keep the arrays.</param>
    /// <param name="random">Divides; the same state gives the same chunks.</param>
    /// <returns>A score a chunk; none when the reference is no larger than one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkRows"/> is below 1.</exception>
    public static double[] Scores(ReadOnlySpan<int> reference, int chunkRows, Func<int[], int[], double> score, SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkRows, 1);
        int[] rows = BinsOfRows(reference);
        if (rows.Length <= chunkRows) return [];
        random.Shuffle<int>(rows);
        double[] scores = new double[rows.Length / chunkRows];
        int[] inside = new int[reference.Length], outside = new int[reference.Length];
        for (int chunk = 0; chunk < scores.Length; chunk++)
        {
            Array.Clear(inside);
            foreach (int bin in rows.AsSpan(chunk * chunkRows, chunkRows)) inside[bin]++;
            for (int bin = 0; bin < inside.Length; bin++) outside[bin] = reference[bin] - inside[bin];
            scores[chunk] = score(outside, inside);
        }

        return scores;
    }

    private static int[] BinsOfRows(ReadOnlySpan<int> reference)
    {
        List<int> bins = [];
        for (int bin = 0; bin < reference.Length; bin++)
        {
            if (reference[bin] < 0) throw new ArgumentException(Invariant($"Bin {bin} has {reference[bin]} rows; expected 0 or more."), nameof(reference));
            bins.AddRange(Enumerable.Repeat(bin, reference[bin]));
        }

        return [.. bins];
    }
}
