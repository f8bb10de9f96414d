using MathNet.Numerics;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>A default check takes a limit distribution only where the limit keeps its level within a fifth.</summary>
public sealed class DefaultChoiceTests
{
    private const double Fifth = 0.2;

    [Theory] // two categories, of which one has just rows enough for the limit: its level counted exactly, over the rows that it may have by chance
    [InlineData(0.05, 1)]
    [InlineData(0.05, 10)]
    [InlineData(0.01, 10)]
    [InlineData(0.0008, 1)]
    [InlineData(0.0008, 10)]
    public void CategoryTest_JustRowsEnoughForTheLimit_KeepsItsLevel(double alpha, int times)
    {
        int now = (int)(20 * CategoryTest.EnoughForLimit(alpha)), before = times * now, rare = (int)Math.Ceiling(CategoryTest.EnoughForLimit(alpha) * (times + 1));
        double level = Enumerable.Range(0, 20).Average(step => LevelOfLimit(alpha, rare + (step * rare / 40), before, now));

        Assert.InRange(level, alpha * (1 - Fifth), alpha * (1 + Fifth));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.0008)]
    [InlineData(1e-8)]
    public void CategoryTest_AnyCounts_TakesTheLimitOnlyWhereEachCategoryHasRowsEnough(double alpha)
    {
        SeededRandom random = new(3);
        for (int check = 0; check < 40; check++)
        {
            int scale = 1 << random.NextInt(12), categories = 2 + random.NextInt(4);
            // Equal shares, so that few random tables are drawn.
            int[] before = [.. Enumerable.Range(0, categories).Select(_ => 1 + random.NextInt(30 * scale))], now = [.. before.Select(rows => 3 * rows)];
            if (CategoryTest.Refusal(before, now) is not null) continue;
            DriftMeasure measure = CategoryTest.Of("x", before, now, alpha, least: null);
            if (measure.Why.Contains("by its limit", StringComparison.Ordinal)) Assert.True(SmallestOfLimit(alpha, before, now) >= CategoryTest.EnoughForLimit(alpha), measure.Why);
        }
    }

    [Fact] // random tables cannot show so small a p value: rare categories are merged until the limit holds
    public void CategoryTest_LevelBelowAllTables_MergesForTheLimit()
    {
        DriftMeasure measure = CategoryTest.Of("x", [50_000, 40_000, 9_000, 20, 10], [50_000, 40_000, 3_000, 10, 20], 1e-8, least: null);

        Assert.Contains("by its limit", measure.Why, StringComparison.Ordinal);
        Assert.True(measure.P < 1e-8);
    }

    [Fact] // Hodges' approximation is nearly blind there: 2 alarms of 100 where 5 are promised
    public void NumericDrift_ManyZeros_AlarmsAsOftenAsPromised()
    {
        const int Checks = 300, Rows = 2_000;
        int alarms = Enumerable.Range(0, Checks).Count(check =>
        {
            SeededRandom random = new(Seeds.Derive(5, "zeros", check));
            return NumericDrift.OfValues("x", DriftKind.Feature, Draw(random), Draw(random), 0.05).P <= 0.05;
        });

        Assert.InRange(alarms, 7, 26); // 15 expected, standard deviation 3.8; Hodges' would be 6

        double[] Draw(SeededRandom random) => SortedSample.Of([.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() < 0.6 ? 0 : random.NextDouble())]);
    }

    // Given how many rows both samples have of the rare category, its rows in the window are hypergeometric.
    private static double LevelOfLimit(double alpha, int hits, int before, int now)
    {
        double critical = ChiSquareHomogeneity.CriticalValue(alpha, 1), level = 0;
        for (int k = 0; k <= Math.Min(hits, now); k++)
        {
            if (ChiSquareHomogeneity.Test([hits - k, before - hits + k], [k, now - k]).Statistic >= critical)
                level += Math.Exp(LogChoose(hits, k) + LogChoose(before + now - hits, now - k) - LogChoose(before + now, now));
        }

        return level;
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);

    private static double SmallestOfLimit(double alpha, int[] before, int[] now)
    {
        (int[] a, int[] b) = RareCategories.Merge(before, now, alpha * ChiSquarePermutation.MostTables < 2 ? CategoryTest.EnoughForLimit(alpha) : 5);
        double n = a.Sum(), m = b.Sum();
        return a.Zip(b, (x, y) => (double)x + y).Min() * Math.Min(n, m) / (n + m);
    }
}
