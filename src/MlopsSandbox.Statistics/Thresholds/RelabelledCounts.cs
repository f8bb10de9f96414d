using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>Any distance of two rows of counts, held against the same distance of random divisions of their rows.</summary>
/// <remarks>
/// Given how many rows both samples have together in each bin, each way to divide them into samples of these sizes is equally likely when nothing has changed. Divisions are drawn bin by bin from
/// hypergeometric distributions, so that the cost is that of the bins. The test is right at any size and for any distance, provided that the bins do not depend on which row is whose: take them from both samples together.
/// </remarks>
public static class RelabelledCounts
{
    /// <summary>Most divisions that may be drawn.</summary>
    public const int Most = 1_000_000;

    /// <summary>Differences below this share of the distance are rounding: such a division counts as equally far.</summary>
    private const double Rounding = 1e-10;

    /// <summary>The least number of divisions with which a p value can fall to a level: 1/(B + 1) ≤ level.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public static double LeastDivisions(double alpha) =>
        alpha is > 0 and < 1 ? Math.Ceiling((1 / alpha) - 1 - 1e-9) : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a level in (0, 1).");

    /// <summary>Tests a distance.</summary>
    /// <param name="baseline">Rows in each bin.</param>
    /// <param name="current">The same of the window.</param>
    /// <param name="distance">Of the baseline's counts and the window's; large when they are apart. Must not keep the arrays.</param>
    /// <param name="alpha">Level of the critical value, in (0, 1).</param>
    /// <param name="divisions">How many are drawn, 1 to <see cref="Most"/>.</param>
    /// <param name="random">Draws them; the same state gives the same result.</param>
    /// <returns>p = (k + 1)/(B + 1), where k of all B divisions are at least as far apart. Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, a sample has no rows, or both have more than 2,147,483,647 rows together.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="divisions"/> or <paramref name="alpha"/> is out of range.</exception>
    public static RelabelledResult Test(
        ReadOnlySpan<int> baseline, ReadOnlySpan<int> current, Func<int[], int[], double> distance, double alpha, int divisions, SeededRandom random)
    {
        if (divisions is < 1 or > Most) throw new ArgumentOutOfRangeException(nameof(divisions), divisions, Invariant($"Expected 1 to {Most} divisions."));
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a level in (0, 1).");
        (long before, long now) = CategoryCounts.Totals(baseline, current);
        if (before + now > int.MaxValue) throw new ArgumentException(Invariant($"Both samples have {before + now} rows together; expected at most {int.MaxValue}."));
        int[] both = new int[baseline.Length];
        for (int k = 0; k < both.Length; k++) both[k] = baseline[k] + current[k];
        double found = distance(baseline.ToArray(), current.ToArray());
        double[] drawn = Draw(both, (int)now, distance, divisions, random);
        int asFar = drawn.Count(one => one >= found * (1 - Rounding));
        return new RelabelledResult(found, (asFar + 1.0) / (divisions + 1.0), CriticalOf(drawn, alpha));
    }

    private static double[] Draw(int[] both, int taken, Func<int[], int[], double> distance, int divisions, SeededRandom random)
    {
        double[] drawn = new double[divisions];
        int[] baseline = new int[both.Length], current = new int[both.Length];
        int all = both.Sum();
        for (int division = 0; division < divisions; division++)
        {
            (int rows, int left) = (all, taken);
            for (int k = 0; k < both.Length; k++)
            {
                current[k] = Hypergeometric.Draw(random, both[k], rows, left);
                baseline[k] = both[k] - current[k];
                (rows, left) = (rows - both[k], left - current[k]);
            }

            drawn[division] = distance(baseline, current);
        }

        return drawn;
    }

    // At most so many divisions may be at least as far that p is still at the level; a distance beyond the next one has no more.
    private static double CriticalOf(double[] drawn, double alpha)
    {
        int allowed = (int)Math.Floor((alpha * (drawn.Length + 1.0)) + 1e-9) - 1;
        if (allowed < 0) return double.PositiveInfinity;
        double[] ascending = [.. drawn.Order()];
        return allowed >= drawn.Length ? double.NegativeInfinity : Math.BitIncrement(ascending[^(allowed + 1)] * (1 + Rounding));
    }
}

/// <summary>What a test by random divisions found.</summary>
/// <param name="Statistic">The distance.</param>
/// <param name="PValue">In (0, 1].</param>
/// <param name="CriticalValue">The distance from which p is at the level; infinite when there were too few divisions for it.</param>
public readonly record struct RelabelledResult(double Statistic, double PValue, double CriticalValue);
