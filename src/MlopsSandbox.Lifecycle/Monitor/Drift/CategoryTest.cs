using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Chi-square of homogeneity over categories, rare ones merged: by permutation, or by its limit where every category has rows enough for it at this level.</summary>
internal static class CategoryTest
{
    // Enough tables that p can fall to a twentieth of the level, so that chance in drawing hardly decides.
    private const double TablesPerLevel = 20, LeastExpected = 5;

    public static DriftMeasure Of(string name, int[] allBefore, int[] allNow, double alpha, LeastChange? least)
    {
        (int[] before, int[] now) = Merged(allBefore, allNow, alpha);
        bool byLimit = SmallestExpected(before, now) >= EnoughForLimit(alpha);
        int tables = (int)Math.Min(ChiSquarePermutation.MostTables, Math.Ceiling(TablesPerLevel / alpha));
        ChiSquareResult test = byLimit ? ChiSquareHomogeneity.Test(before, now) : ChiSquarePermutation.Test(before, now, new SeededRandom(Seeds.Derive(tables, name)), tables);
        return new DriftMeasure
        {
            Name = name,
            Kind = DriftKind.Feature,
            Test = "chi-square",
            Score = test.Statistic,
            Threshold = StrongestTest.Agreeing(ChiSquareHomogeneity.CriticalValue(alpha, test.DegreesOfFreedom), test.Statistic, test.PValue, alpha),
            P = test.PValue,
            Alpha = alpha,
            Effect = 0,
            Moved = TotalVariation.Distance(before, now),
            LeastMoved = (least ?? LeastChange.Default).Values,
            LeastRows = (int)(2 * LeastExpected),
            Why = byLimit
                ? "chi-square of homogeneity, as both samples are chance; by its limit, as each category has rows enough for this level"
                : Invariant($"chi-square of homogeneity, as both samples are chance; by up to {tables} random tables, as some category has too few rows for the limit at this level"),
        }.WithIndex(before, now);
    }

    // At a level that random tables cannot reach only the limit is left: more are merged until it holds, where that leaves two categories.
    private static (int[] Before, int[] Now) Merged(int[] before, int[] now, double alpha)
    {
        (int[] Before, int[] Now) forLimit = RareCategories.Merge(before, now, EnoughForLimit(alpha));
        return alpha * ChiSquarePermutation.MostTables < 2 && forLimit.Before.Length > 1 ? forLimit : RareCategories.Merge(before, now, LeastExpected);
    }

    /// <summary>Why values cannot be tested; null when they can.</summary>
    public static string? Refusal(int[] before, int[] now)
    {
        int values = before.Where((count, k) => count + now[k] > 0).Count();
        if (values <= 1 || RareCategories.Merge(before, now, LeastExpected).Baseline.Length > 1) return null;
        return Invariant($"too few rows share a value: of its {values} values none but one would have {LeastExpected} rows in the smaller sample, all rare ones together");
    }

    /// <summary>
    /// Rows that each category must expect in the smaller sample for the limit to keep the level within a fifth. A count's skewness, at most 1/√expected, brings a two-sided
    /// tail at z up by cosh(z³/(6·√expected)), the first term of Edgeworth's series; that is 1.2 at z⁶/14.
    /// </summary>
    internal static double EnoughForLimit(double alpha)
    {
        double square = ChiSquareHomogeneity.CriticalValue(alpha, 1);
        return Math.Max(2 * LeastExpected, square * square * square / 14);
    }

    private static double SmallestExpected(int[] before, int[] now)
    {
        double n = before.Sum(), m = now.Sum();
        return before.Zip(now, (a, b) => (double)a + b).Min() * Math.Min(n, m) / (n + m);
    }
}
