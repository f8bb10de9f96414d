namespace MlopsSandbox.Statistics;

/// <summary>A p value by random divisions, of which no more are drawn once it is clear that nothing was found.</summary>
/// <remarks>Besag and Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78, 301–304: exact at any size.</remarks>
internal static class SequentialPValue
{
    /// <summary>Draws until <paramref name="enough"/> divisions are as far apart as what was found, or all are drawn.</summary>
    /// <param name="divisions">Most to draw.</param>
    /// <param name="enough">As many as far are enough.</param>
    /// <param name="drawIsAsFar">Draws the next division, and tells whether it is at least as far apart.</param>
    /// <returns>enough/l after l divisions, or (k + 1)/(B + 1), where k of all B divisions are as far.</returns>
    public static double Of(int divisions, int enough, Func<bool> drawIsAsFar)
    {
        int asFar = 0;
        for (int drawn = 1; drawn <= divisions; drawn++)
        {
            if (!drawIsAsFar()) continue;
            if (++asFar == enough) return (double)enough / drawn;
        }

        return (asFar + 1.0) / (divisions + 1.0);
    }
}
