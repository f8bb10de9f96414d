namespace MlopsSandbox.Statistics;

/// <summary>Holds a statistic of two samples against the same statistic of random divisions of the rows.</summary>
internal static class PermutationTest
{
    /// <summary>Differences below this share of the matrix's mean are rounding: such a division counts as equal to the found one.</summary>
    private const double Rounding = 1e-10;

    /// <param name="pairs">The baseline's rows first.</param>
    /// <param name="baselineRows">How many those are.</param>
    /// <param name="statistic">Of the baseline's sums and the window's; large when they are apart.</param>
    /// <param name="permutations">Divisions to draw. Each shuffles on from the order before it.</param>
    /// <param name="random">Draws them.</param>
    /// <returns>p = (k + 1) / (B + 1), k divisions of B with at least the found statistic. Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39.</returns>
    public static TestResult Run(PairMatrix pairs, int baselineRows, Func<PairSums, double> statistic, int permutations, SeededRandom random)
    {
        int[] order = [.. Enumerable.Range(0, pairs.Rows)];
        double found = statistic(Sums(pairs, order, baselineRows));
        double least = found - (Rounding * pairs.Mean);
        int asFar = 0;
        for (int permutation = 0; permutation < permutations; permutation++)
        {
            random.Shuffle<int>(order);
            if (statistic(Sums(pairs, order, baselineRows)) >= least) asFar++;
        }

        return new TestResult(found, (asFar + 1.0) / (permutations + 1));
    }

    /// <summary>Rows to test: all of a sample, or as many as the options allow, drawn without replacement.</summary>
    public static int[] Draw(int rows, int maximumRows, SeededRandom random)
    {
        int[] places = [.. Enumerable.Range(0, rows)];
        if (rows <= maximumRows) return places;
        random.Shuffle<int>(places);
        return places[..maximumRows];
    }

    private static PairSums Sums(PairMatrix pairs, int[] order, int baselineRows) => 2 * baselineRows <= order.Length
        ? pairs.SumsFor(order.AsSpan(0, baselineRows))
        : pairs.SumsFor(order.AsSpan(baselineRows)).Swapped;
}
