namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>Every test against scipy's figures: Reference/two_sample.json names the versions.</summary>
public sealed class ReferenceTests
{
    // Relative, down to where scipy's own figures are differences of numbers about 1.
    private const double StatisticTolerance = 1e-9, PValueTolerance = 1e-6, Floor = 1e-13;

    private static readonly Dictionary<string, Func<double[], double[], TestResult>> Tests = new()
    {
        ["ks exact"] = (x, y) => KolmogorovSmirnov.TestUnsorted(x, y, PValueMethod.Exact),
        ["ks asymptotic"] = (x, y) => KolmogorovSmirnov.TestUnsorted(x, y, PValueMethod.Asymptotic),
        ["cvm exact"] = (x, y) => CramerVonMises.TestUnsorted(x, y, PValueMethod.Exact, CramerVonMisesTies.MidRanks),
        ["cvm asymptotic"] = (x, y) => CramerVonMises.TestUnsorted(x, y, PValueMethod.Asymptotic, CramerVonMisesTies.MidRanks),
        ["cvm spread"] = (x, y) => CramerVonMises.TestUnsorted(x, y, PValueMethod.Asymptotic),
        ["mann-whitney exact"] = (x, y) => MannWhitney.TestUnsorted(x, y, PValueMethod.Exact),
        ["mann-whitney asymptotic"] = (x, y) => MannWhitney.TestUnsorted(x, y, PValueMethod.Asymptotic),
        ["welch"] = (x, y) => WelchT.Test(x, y),
        ["levene median"] = (x, y) => Levene.Test(x, y),
        ["levene mean"] = (x, y) => Levene.Test(x, y, LeveneCenter.Mean),
        ["epps-singleton"] = (x, y) => EppsSingleton.Test(x, y),
    };

    public static TheoryData<string> Names => [.. Tests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_EveryPairOfTheTable_MatchesScipy(string test)
    {
        List<string> wrong = [];
        int cases = 0;
        foreach ((PairCase expected, double[] baseline, double[] current) in TwoSampleReference.Shipped.CasesOf(test))
        {
            cases++;
            TestResult found = Tests[test](baseline, current);
            if (!IsNear(found.Statistic, expected.Statistic, StatisticTolerance) || !IsNear(found.PValue, expected.P!.Value, PValueTolerance))
                wrong.Add($"{expected.Pair}: {found}, expected {expected.Statistic} and {expected.P}");
        }

        Assert.Empty(wrong);
        Assert.True(cases > 50, $"The table has {cases} cases of {test}.");
    }

    [Fact]
    public void AndersonDarling_EveryPairOfTheTable_HasScipysStatistic()
    {
        foreach ((PairCase expected, double[] baseline, double[] current) in TwoSampleReference.Shipped.CasesOf("anderson-darling"))
        {
            double[] before = SortedSample.Of(baseline), now = SortedSample.Of(current);
            AssertNear(expected.Statistic, AndersonDarling.Statistic(before, now), StatisticTolerance, expected.Pair);
            AssertNear(expected.Statistic, AndersonDarling.Statistic([before, now]), StatisticTolerance, expected.Pair);
        }
    }

    [Fact]
    public void AndersonDarling_SeveralSamples_HaveScipysStatistic()
    {
        foreach (SeveralSamples expected in TwoSampleReference.Shipped.Several)
            AssertNear(expected.Statistic, AndersonDarling.Statistic([.. expected.Samples.Select(sample => SortedSample.Of(sample))]), StatisticTolerance, "several");
    }

    [Fact] // A permutation p is a count of B draws about the share over all divisions: five standard deviations allow for some 40 cases.
    public void AndersonDarling_SmallPairs_HaveTheSharesOfAllDivisions()
    {
        const int Permutations = 10_000;
        foreach ((PairCase expected, double[] baseline, double[] current) in TwoSampleReference.Shipped.CasesOf("anderson-darling enumerated"))
        {
            TestResult found = AndersonDarling.TestUnsorted(baseline, current, new SeededRandom(5), Permutations);
            double share = expected.P!.Value, deviation = Math.Sqrt(share * (1 - share) / Permutations);
            Assert.True(Math.Abs(found.PValue - share) <= (5 * deviation) + (1.0 / Permutations), $"{expected.Pair}: {found.PValue}, expected about {share}");
        }
    }

    [Fact]
    public void TestsOfCounts_EveryTable_MatchScipy()
    {
        foreach (TableCase expected in TwoSampleReference.Shipped.Tables)
        {
            string name = $"[{string.Join(' ', expected.Baseline)}] [{string.Join(' ', expected.Current)}]";
            ChiSquareResult chiSquare = ChiSquareHomogeneity.Test(expected.Baseline, expected.Current), g = GTest.Test(expected.Baseline, expected.Current);
            AssertNear(expected.Pearson, chiSquare.Statistic, StatisticTolerance, name);
            AssertNear(expected.PearsonP, chiSquare.PValue, PValueTolerance, name);
            AssertNear(expected.Likelihood, g.Statistic, StatisticTolerance, name);
            AssertNear(expected.LikelihoodP, g.PValue, PValueTolerance, name);
            Assert.Equal((expected.Degrees, expected.Degrees), (chiSquare.DegreesOfFreedom, g.DegreesOfFreedom));
        }
    }

    [Fact]
    public void TestsOfShares_EveryCase_MatchScipy()
    {
        foreach (ShareCase expected in TwoSampleReference.Shipped.Shares)
        {
            string name = string.Join(' ', expected.Counts);
            (int hits, int rows, int otherHits, int otherRows) = (expected.Counts[0], expected.Counts[1], expected.Counts[2], expected.Counts[3]);
            AssertNear(expected.FisherDoubled, FisherExact.Test(hits, rows, otherHits, otherRows).PValue, PValueTolerance, name);
            AssertNear(expected.Fisher, FisherExact.Test(hits, rows, otherHits, otherRows, FisherSides.NoMoreProbable).PValue, PValueTolerance, name);
            if (expected.ZScore is null) continue;
            TestResult z = TwoProportionZ.Test(hits, rows, otherHits, otherRows);
            AssertNear(expected.ZScore.Value, z.Statistic, StatisticTolerance, name);
            AssertNear(expected.ZScoreP!.Value, z.PValue, PValueTolerance, name);
        }
    }

    private static void AssertNear(double expected, double found, double tolerance, string name) =>
        Assert.True(IsNear(found, expected, tolerance), $"{name}: {found}, expected {expected}");

    private static bool IsNear(double found, double expected, double tolerance) => Math.Abs(found - expected) <= (tolerance * Math.Abs(expected)) + Floor;
}
