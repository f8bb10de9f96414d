namespace MlopsSandbox.Statistics;

/// <summary>Holds a statistic of two samples against the same statistic of random divisions of the rows.</summary>
internal static class PermutationTest
{
    /// <summary>Differences below this share of the matrix's mean are rounding: such a division counts as equal to the found one.</summary>
    private const double Rounding = 1e-10;

    /// <param name="pairs">The baseline's rows first.</param>
    /// <param name="baselineRows">How many those are.</param>
    /// <param name="statistic">Of the sums; large when the samples are apart.</param>
    /// <param name="permutations">Divisions to draw. Each shuffles on from the order before it.</param>
    /// <param name="random">Draws them.</param>
    /// <returns>p = (k + 1) / (B + 1), k divisions of B with at least the found statistic. Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39.</returns>
    public static TestResult Run(PairMatrix pairs, int baselineRows, Func<PairSums, double> statistic, int permutations, SeededRandom random)
    {
        int[] order = [.. Enumerable.Range(0, pairs.Rows)];
        double found = 0, least = 0;
        int asFar = 0;
        for (int first = 0; first <= permutations; first += PairMatrix.Divisions) // the found division is number 0
        {
            int divisions = Math.Min(PairMatrix.Divisions, permutations + 1 - first);
            double[] marks = new double[pairs.Rows * PairMatrix.Divisions];
            for (int division = 0; division < divisions; division++)
            {
                if (first + division > 0) random.Shuffle<int>(order);
                foreach (int row in order.AsSpan(0, baselineRows)) marks[(row * PairMatrix.Divisions) + division] = 1;
            }

            double[] statistics = [.. pairs.SumsOf(marks).Take(divisions).Select(statistic)];
            if (first == 0) (found, least) = (statistics[0], statistics[0] - (Rounding * pairs.Mean));
            asFar += statistics.Count(drawn => drawn >= least);
        }

        return new TestResult(found, (double)asFar / (permutations + 1)); // the found division is as far as itself
    }

    /// <summary>Rows to test: all of a sample, or as many as the options allow, drawn without replacement.</summary>
    public static int[] Draw(int rows, int maximumRows, SeededRandom random)
    {
        int[] places = [.. Enumerable.Range(0, rows)];
        if (rows <= maximumRows) return places;
        random.Shuffle<int>(places);
        return places[..maximumRows];
    }
}
