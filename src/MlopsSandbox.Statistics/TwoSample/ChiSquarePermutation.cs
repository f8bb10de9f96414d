using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>Pearson's chi-square of homogeneity, held against random tables with the same margins instead of a limit distribution.</summary>
/// <remarks>
/// Given how often each category occurs in both samples together, and the samples' sizes, each way to divide the rows is equally likely when nothing has
/// changed. Tables are drawn category by category from hypergeometric distributions, so the cost is that of the categories, not of the rows. Right at any size and for any rare
/// category; rows must be exchangeable.
/// </remarks>
public static class ChiSquarePermutation
{
    /// <summary>Most tables that may be drawn.</summary>
    public const int MostTables = 2_000_000;

    /// <summary>Tables at least as far apart after which it is clear that nothing was found.</summary>
    private const int Enough = 50;

    /// <summary>Tests two rows of counts over the same categories in the same order. Categories that neither has are left out.</summary>
    /// <param name="baseline">Rows of each category.</param>
    /// <param name="current">The same of the window.</param>
    /// <param name="random">Draws the tables; the same state gives the same p value.</param>
    /// <param name="tables">How many are drawn at most, 1 to <see cref="MostTables"/>; no p value is below 1/(this + 1).</param>
    /// <returns>
    /// Statistic as <see cref="ChiSquareHomogeneity.Test"/>. P value: (k + 1)/(B + 1), where k of all B tables are at least as far apart; as soon as k is 50, drawing ends
    /// after l tables with p = 50/l (Besag and Clifford 1991, Sequential Monte Carlo p-values, Biometrika 78, 301–304). Either way p is at most u with a
    /// probability of at most u. 1 when there is a single category.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, a sample has no rows, or both have more than 2,147,483,647 rows together.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tables"/> is out of range.</exception>
    public static ChiSquareResult Test(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current, SeededRandom random, int tables)
    {
        if (tables is < 1 or > MostTables) throw new ArgumentOutOfRangeException(nameof(tables), tables, Invariant($"Expected 1 to {MostTables} tables."));
        ChiSquareResult found = ChiSquareHomogeneity.Test(baseline, current);
        if (found.DegreesOfFreedom == 0) return found;
        Margins margins = Margins.Of(baseline, current);
        // Tables that are as far apart in exact arithmetic must count, whatever the order of their sums.
        double asFar = found.Statistic * (1 - 1e-10);
        return found with { PValue = SequentialPValue.Of(tables, Enough, () => margins.DrawStatistic(random) >= asFar) };
    }

    /// <summary>Rows of each category in both samples, the largest first, and of the current sample.</summary>
    private sealed record Margins(int[] Both, int All, int Current)
    {
        public static Margins Of(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
        {
            (long before, long now) = CategoryCounts.Totals(baseline, current);
            if (before + now > int.MaxValue)
                throw new ArgumentException(Invariant($"Both samples have {before + now} rows together; expected at most {int.MaxValue}. Take the asymptotic test."));
            List<int> both = [];
            for (int k = 0; k < baseline.Length; k++)
                if (baseline[k] + current[k] > 0) both.Add(baseline[k] + current[k]);
            return new Margins([.. both.OrderDescending()], (int)(before + now), (int)now);
        }

        public double DrawStatistic(SeededRandom random)
        {
            (int rows, int taken) = (All, Current);
            double share = (double)Current / All, sum = 0;
            foreach (int both in Both)
            {
                int drawn = Hypergeometric.Draw(random, both, rows, taken);
                double deviation = drawn - (both * share);
                sum += deviation * deviation / both;
                (rows, taken) = (rows - both, taken - drawn);
            }

            return sum / (share * (1 - share));
        }
    }
}
