namespace MlopsSandbox.Statistics.Tests.Ranking;

public sealed class RankingDriftTests
{
    [Theory] // 600 quiet checks of features that count about alike, at level 0.1: 60 expected, standard deviation 7.3
    [InlineData(40, 25)]
    [InlineData(12, 60)]
    public void Test_NothingChanged_AlarmsAtItsLevel(int baselineRows, int currentRows)
    {
        SeededRandom random = new(31);
        int alarms = Enumerable.Range(0, 600).Count(_ => RankingDrift.Test(Attributions(random, baselineRows), Attributions(random, currentRows), random, 39).PValue <= 0.1);

        Assert.InRange(alarms, 60 - 22, 60 + 22);
    }

    [Fact] // what the fixed limit alone would do: two samples of 25 rows of one distribution, whose eight features count alike
    public void Test_NothingChanged_IsOftenBelowClarifysLimit()
    {
        SeededRandom random = new(32);
        int below = Enumerable.Range(0, 500).Count(_ => RankingDrift.Test(Attributions(random, 25), Attributions(random, 25), random, 19).Statistic < 0.95);

        Assert.InRange(below, 50, 450);
    }

    [Fact]
    public void Test_RankingTurnedRound_IsSureOfIt()
    {
        SeededRandom random = new(33);
        TestResult found = RankingDrift.Test(Attributions(random, 300, 4, 2, 1, 0.1), Attributions(random, 200, 0.1, 1, 2, 4), random, 9_999);

        Assert.InRange(found.Statistic, 0, 0.8);
        Assert.Equal(1e-4, found.PValue);
    }

    [Fact]
    public void Test_NothingCounts_SaysNothing() => Assert.Equal(new TestResult(double.NaN, 1), RankingDrift.Test(new FeatureRows([0, 0], 2), new FeatureRows([1, 2], 2), new SeededRandom(1)));

    [Fact]
    public void Test_SameSeed_GivesTheSame() => Assert.Equal(OfSeed(), OfSeed());

    private static TestResult OfSeed() => RankingDrift.Test(Attributions(new SeededRandom(1), 30), Attributions(new SeededRandom(2), 30), new SeededRandom(3));

    private static FeatureRows Attributions(SeededRandom random, int rows, params double[] scales)
    {
        if (scales.Length == 0) scales = [1, 1, 1, 1, 1, 1, 1, 1];
        return FeatureRows.Of([.. Enumerable.Range(0, rows).Select(_ => scales.Select(scale => scale * Math.Abs(random.NextGaussian())).ToArray())]);
    }
}
