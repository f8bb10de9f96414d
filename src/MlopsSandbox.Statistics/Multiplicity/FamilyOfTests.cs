namespace MlopsSandbox.Statistics;

/// <summary>Corrections for asking many questions of one data set: each adjusted p value may be held against the level of the whole family.</summary>
public static class FamilyOfTests
{
    /// <summary>Bonferroni's correction: each p value times the number of tests, at most 1.</summary>
    /// <remarks>Keeps the probability of any false alarm at the level, however the tests depend on each other. Dunn (1961), JASA 56, 52–64.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not in [0, 1].</exception>
    public static double[] Bonferroni(ReadOnlySpan<double> pValues)
    {
        double[] adjusted = new double[pValues.Length];
        for (int i = 0; i < adjusted.Length; i++) adjusted[i] = Math.Min(1, Probability(pValues[i]) * pValues.Length);
        return adjusted;
    }

    /// <summary>Holm's step-down correction: promises what Bonferroni's does and finds at least as much.</summary>
    /// <returns>Adjusted p values in the order given; never above Bonferroni's, and in the same order of size as the raw ones.</returns>
    /// <remarks>Holm (1979), Scandinavian Journal of Statistics 6, 65–70.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not in [0, 1].</exception>
    public static double[] Holm(ReadOnlySpan<double> pValues)
    {
        double[] sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] adjusted = new double[sorted.Length];
        double largestSoFar = 0;
        for (int rank = 0; rank < sorted.Length; rank++)
        {
            largestSoFar = Math.Max(largestSoFar, Math.Min(1, Probability(sorted[rank]) * (sorted.Length - rank)));
            adjusted[order[rank]] = largestSoFar;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's step-up correction: of what is found, at most the level's share is false, on average.</summary>
    /// <returns>Adjusted p values in the order given; never above Holm's. A small value means the test stands out.</returns>
    /// <remarks>
    /// A weaker promise than Holm's: with many true findings some false ones come along. Holds for independent tests and for many that depend
    /// positively. Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not in [0, 1].</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        double[] sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] adjusted = new double[sorted.Length];
        double smallestSoFar = 1;
        for (int rank = sorted.Length - 1; rank >= 0; rank--)
        {
            smallestSoFar = Math.Min(smallestSoFar, Probability(sorted[rank]) * ((double)sorted.Length / (rank + 1)));
            adjusted[order[rank]] = smallestSoFar;
        }

        return adjusted;
    }

    private static double Probability(double pValue) => pValue is >= 0 and <= 1
        ? pValue
        : throw new ArgumentOutOfRangeException(nameof(pValue), pValue, "Expected a p value in [0, 1].");
}
