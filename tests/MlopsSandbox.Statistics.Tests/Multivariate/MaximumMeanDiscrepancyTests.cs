using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Multivariate;

public sealed class MaximumMeanDiscrepancyTests
{
    [Fact] // kernel, bandwidth and estimate of scikit-learn and numpy; permutations drawn by an implementation of the generator in Python
    public void Test_CasesOfTheTable_MatchesScikitLearn() => Assert.All(DistancesTable.Read.Multivariate, c =>
    {
        MmdResult found = MaximumMeanDiscrepancy.Test(
            FeatureRows.Of(c.Baseline), FeatureRows.Of(c.Current), new SeededRandom(c.Seed), new PermutationOptions { Permutations = c.Permutations });
        Near.Equal(c.Bandwidth, found.Bandwidth, "bandwidth");
        Near.Equal(c.Mmd, found.Squared, "MMD²", rounding: 1e-13);
        Near.Equal(c.MmdP, found.PValue, "p");
    });

    [Fact]
    public void LinearTest_CasesOfTheTable_MatchesNumpyAndScipy() => Assert.All(DistancesTable.Read.Multivariate, c =>
    {
        MmdResult found = MaximumMeanDiscrepancy.LinearTest(FeatureRows.Of(c.Baseline), FeatureRows.Of(c.Current), new SeededRandom(c.Seed));
        Near.Equal(c.Bandwidth, found.Bandwidth, "bandwidth");
        Near.Equal(c.LinearMmd, found.Squared, "MMD²", rounding: 1e-13);
        Near.Equal(c.LinearP, found.PValue, "p", relative: 1e-6);
    });

    [Fact] // 200 quiet checks at level 0.1: 20 expected, standard deviation 4.2
    public void Test_QuietWindows_AlarmsAtItsLevel()
    {
        SeededRandom random = new(3);
        PermutationOptions options = new() { Permutations = 99 };
        int alarms = Enumerable.Range(0, 200).Count(_ => MaximumMeanDiscrepancy.Test(Draws.Normal(random, 25, 3), Draws.Normal(random, 15, 3), random, options).PValue <= 0.1);
        Assert.InRange(alarms, 20 - 13, 20 + 13);
    }

    [Fact] // 1,000 quiet checks at level 0.1: 100 expected, standard deviation 9.5
    public void LinearTest_QuietWindows_AlarmsAtItsLevel()
    {
        SeededRandom random = new(4);
        int alarms = Enumerable.Range(0, 1000).Count(_ => MaximumMeanDiscrepancy.LinearTest(Draws.Normal(random, 200, 2), Draws.Normal(random, 200, 2), random, 1).PValue <= 0.1);
        Assert.InRange(alarms, 100 - 29, 100 + 29);
    }

    [Fact] // the features keep their own distributions; only how they hang together changes
    public void Test_BrokenCorrelation_IsSeen()
    {
        SeededRandom random = new(5);
        MmdResult found = MaximumMeanDiscrepancy.Test(Draws.Normal(random, 300, 2, shared: 0.95), Draws.Normal(random, 300, 2, shared: 0), random);
        Assert.Equal(0.001, found.PValue, 1e-12);
    }

    [Fact]
    public void Test_MoreRowsThanAllowed_LooksAtThatMany()
    {
        SeededRandom random = new(6);
        MmdResult found = MaximumMeanDiscrepancy.Test(
            Draws.Normal(random, 500, 2), Draws.Normal(random, 30, 2), random, new PermutationOptions { MaximumRows = 50, Permutations = 19 });
        Assert.Equal((50, 30), (found.BaselineRows, found.CurrentRows));
    }

    [Fact]
    public void Test_SameSeed_SameResult()
    {
        (FeatureRows b, FeatureRows c) = (Draws.Normal(new SeededRandom(1), 60, 2), Draws.Normal(new SeededRandom(2), 60, 2, shift: 0.3));
        PermutationOptions options = new() { MaximumRows = 40 };
        Assert.Equal(MaximumMeanDiscrepancy.Test(b, c, new SeededRandom(9), options), MaximumMeanDiscrepancy.Test(b, c, new SeededRandom(9), options));
    }

    [Fact]
    public void Tests_EqualRows_SayNothingChanged()
    {
        FeatureRows same = FeatureRows.Of([[1, 2], [1, 2], [1, 2], [1, 2]]);
        Assert.Equal(new MmdResult(0, 1, 1, 4, 4), MaximumMeanDiscrepancy.Test(same, same, new SeededRandom(1)));
        Assert.Equal(new MmdResult(0, 1, 1, 4, 4), MaximumMeanDiscrepancy.LinearTest(same, same, new SeededRandom(1)));
    }

    [Fact]
    public void Tests_Unusable_SayWhatWasFound()
    {
        FeatureRows one = FeatureRows.Of([[1.0]]), two = FeatureRows.Of([[1.0], [2.0]]), wide = FeatureRows.Of([[1.0, 2.0], [3.0, 4.0]]);
        Assert.Equal("The baseline has 1 rows, the window 2; expected at least 2 in both.", Message(() => MaximumMeanDiscrepancy.Test(one, two, new SeededRandom(1))));
        Assert.Equal("The baseline has 2 rows, the window 2; expected at least 4 in both.", Message(() => MaximumMeanDiscrepancy.LinearTest(two, two, new SeededRandom(1))));
        Assert.StartsWith("The baseline has 1 columns, the window 2; expected the same features", Message(() => MaximumMeanDiscrepancy.Test(two, wide, new SeededRandom(1))), StringComparison.Ordinal);
        Assert.StartsWith("The bandwidth is 0; expected a finite number above 0.", Message(() => MaximumMeanDiscrepancy.Test(two, two, new SeededRandom(1), bandwidth: 0)), StringComparison.Ordinal);
        Assert.Equal(
            "The options of the permutation test cannot be used: permutations is 5; expected 19 to 1000000. maximumRows is 1; expected 2 to 5000 rows of each sample.",
            Message(() => EnergyTest.Test(two, two, new SeededRandom(1), new PermutationOptions { Permutations = 5, MaximumRows = 1 })));
    }

    private static string Message(Func<object> test) => Assert.Throws<ArgumentException>(test).Message;
}
