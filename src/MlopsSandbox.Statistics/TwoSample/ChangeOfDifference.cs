using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Has the difference of two groups' shares changed? For a share that is measured in both groups before and now, such as decisions in a group's favour.</summary>
/// <remarks>
/// Given how many hits a group had before and now together, each way to divide them among its rows is equally likely when neither group's share has changed: two hypergeometric
/// distributions, of which the probabilities of all pairs at least as far out are summed. Exact then, at any size; where both shares moved by the same amount, right for many rows only (with 50 rows of a group
/// and 0.1 more in both, p values of 0.001 come 1.8 times too often), as the change is measured in its standard errors: Janssen (1997), Studentized permutation tests for non-i.i.d. hypotheses and the generalized Behrens-Fisher problem,
/// Statistics and Probability Letters 36, 9–21. To each share a hit and a miss are added, so that none is taken for certain: Agresti and Caffo (2000), The American Statistician 54, 280–288.
/// Rows must be independent.
/// </remarks>
public static class ChangeOfDifference
{
    /// <summary>Probabilities below this share of the largest are left out.</summary>
    private const double Negligible = 1e-18;

    /// <summary>Tests whether (share of the group − share of the others) is now as before.</summary>
    /// <returns>
    /// Statistic: the change in standard errors, without bound; positive when the group gained on the others. P value: two-sided. O(rows of the group · rows of the others) at worst,
    /// of large samples by their roots.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A proportion has no rows, or its hits are below 0 or above its rows.</exception>
    public static TestResult Test(Proportion groupBefore, Proportion othersBefore, Proportion groupNow, Proportion othersNow)
    {
        Changes group = Changes.Of(groupBefore, groupNow), others = Changes.Of(othersBefore, othersNow);
        double statistic = group.Found.InStandardErrors(others.Found), least = statistic * statistic * (1 - 1e-10), p = 0;
        foreach (Change ofGroup in group.All)
        {
            double chance = 0;
            foreach (Change ofOthers in others.All)
            {
                double apart = ofGroup.Amount - ofOthers.Amount;
                if (apart * apart >= least * (ofGroup.Variance + ofOthers.Variance)) chance += ofOthers.Chance;
            }

            p += chance * ofGroup.Chance;
        }

        return new TestResult(statistic, Math.Min(1, p));
    }

    /// <summary>How a group's share may have changed.</summary>
    private readonly record struct Change(double Amount, double Variance, double Chance)
    {
        public double InStandardErrors(Change others) => (Amount - others.Amount) / Math.Sqrt(Variance + others.Variance);
    }

    private readonly record struct Changes(Change Found, List<Change> All)
    {
        public static Changes Of(Proportion before, Proportion now)
        {
            Hits.Require(before.Hits, before.Rows);
            Hits.Require(now.Hits, now.Rows);
            int hits = before.Hits + now.Hits;
            List<Change> all = [];
            double most = LogChance((int)((hits + 1.0) * (now.Rows + 1.0) / (before.Rows + now.Rows + 2.0)));
            for (int k = Math.Max(0, hits - before.Rows); k <= Math.Min(hits, now.Rows); k++)
                if (LogChance(k) > most + Math.Log(Negligible)) all.Add(With(k));
            return new Changes(With(now.Hits), all);

            Change With(int hitsNow)
            {
                (Proportion earlier, Proportion later) = (before with { Hits = hits - hitsNow }, now with { Hits = hitsNow });
                return new Change(later.Adjusted - earlier.Adjusted, later.Variance + earlier.Variance, Math.Exp(LogChance(hitsNow)));
            }

            double LogChance(int hitsNow) =>
                LogChoose(now.Rows, hitsNow) + LogChoose(before.Rows, hits - hitsNow) - LogChoose(now.Rows + before.Rows, hits);
        }

        private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
    }
}
