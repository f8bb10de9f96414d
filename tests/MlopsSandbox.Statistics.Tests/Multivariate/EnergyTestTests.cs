using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Multivariate;

public sealed class EnergyTestTests
{
    [Fact] // distances of scipy; permutations drawn by an implementation of the generator in Python
    public void Test_CasesOfTheTable_MatchesScipy() => Assert.All(DistancesTable.Read.Multivariate, c =>
    {
        TestResult found = EnergyTest.Test(
            FeatureRows.Of(c.Baseline), FeatureRows.Of(c.Current), new SeededRandom(c.Seed), new PermutationOptions { Permutations = c.Permutations });
        Near.Equal(c.Energy, found.Statistic, "statistic", rounding: 1e-12);
        Near.Equal(c.EnergyP, found.PValue, "p");
    });

    [Fact] // of one feature, the statistic is nm/(n+m) times the squared energy distance
    public void Test_OneFeature_IsTheEnergyDistance()
    {
        double[] a = [1, 4, 4, 9], b = [2, 3, 11];
        TestResult found = EnergyTest.Test(FeatureRows.Of([.. a.Select(x => new[] { x })]), FeatureRows.Of([.. b.Select(x => new[] { x })]), new SeededRandom(1));
        Near.Equal(12.0 / 7 * Math.Pow(EnergyDistance.Of(a, b), 2), found.Statistic, "statistic");
    }

    [Fact] // 200 quiet checks at level 0.1: 20 expected, standard deviation 4.2
    public void Test_QuietWindows_AlarmsAtItsLevel()
    {
        SeededRandom random = new(8);
        PermutationOptions options = new() { Permutations = 99 };
        int alarms = Enumerable.Range(0, 200).Count(_ => EnergyTest.Test(Draws.Normal(random, 15, 3), Draws.Normal(random, 25, 3), random, options).PValue <= 0.1);
        Assert.InRange(alarms, 20 - 13, 20 + 13);
    }

    [Fact]
    public void Test_ShiftedWindow_IsSeen() =>
        Assert.Equal(0.001, EnergyTest.Test(Draws.Normal(new SeededRandom(1), 200, 3), Draws.Normal(new SeededRandom(2), 100, 3, shift: 0.8), new SeededRandom(3)).PValue, 1e-12);

    [Fact]
    public void Test_OneRowEach_SaysNothing() =>
        Assert.Equal(1, EnergyTest.Test(FeatureRows.Of([[1.0]]), FeatureRows.Of([[7.0]]), new SeededRandom(1)).PValue);
}
