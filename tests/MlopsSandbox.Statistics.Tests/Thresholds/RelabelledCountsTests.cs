namespace MlopsSandbox.Statistics.Tests.Thresholds;

public sealed class RelabelledCountsTests
{
    private static readonly Func<int[], int[], double> Gap = (before, now) => TotalVariation.Distance(before, now);

    [Fact] // by hand: hits among 10 of 20 rows, 11 of them marked, are at most 3 or at least 8 in 12,892 of 184,756 divisions
    public void Test_TwoBins_GivesTheTailOfTheHypergeometricDistribution()
    {
        RelabelledResult result = RelabelledCounts.Test([3, 7], [8, 2], Gap, alpha: 0.05, divisions: 20_000, new SeededRandom(1));

        Assert.Equal(0.5, result.Statistic, 1e-12);
        Assert.Equal(12_892.0 / 184_756, result.PValue, tolerance: 0.0072);    // four standard errors
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.01)]
    [InlineData(0.2)]
    public void Test_AnyWindow_IsSignificantExactlyFromTheCriticalValueOn(double alpha)
    {
        for (int moved = 0; moved <= 40; moved++)
        {
            RelabelledResult result = RelabelledCounts.Test([100, 100, 100], [40 + moved, 40, 40 - moved], Gap, alpha, 999, new SeededRandom(2));
            Assert.Equal(result.PValue <= alpha, result.Statistic >= result.CriticalValue);
        }
    }

    [Fact]
    public void Test_TooFewDivisions_CannotReachTheLevel()
    {
        Assert.Equal(double.PositiveInfinity, RelabelledCounts.Test([100, 0], [0, 100], Gap, 0.01, 98, new SeededRandom(3)).CriticalValue);
        Assert.Equal(0.01, RelabelledCounts.Test([100, 0], [0, 100], Gap, 0.01, 99, new SeededRandom(3)).PValue, 1e-15);
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.05, 19)]
    [InlineData(0.01, 99)]
    [InlineData(0.03, 33)]
    public void LeastDivisions_ALevel_IsWhatLetsPFallToIt(double alpha, int expected) => Assert.Equal(expected, RelabelledCounts.LeastDivisions(alpha));

    [Fact]
    public void Test_SameSeed_GivesTheSame() =>
        Assert.Equal(RelabelledCounts.Test([30, 20], [10, 20], Gap, 0.05, 99, new SeededRandom(4)), RelabelledCounts.Test([30, 20], [10, 20], Gap, 0.05, 99, new SeededRandom(4)));

    [Fact] // of 2,000 checks at 5 %, more than 131 or fewer than 71 come with a probability of 0.002 (binomial)
    public void Test_NothingChanged_AlarmsAsOftenAsItsLevelSays()
    {
        SeededRandom random = new(5);
        int alarms = Enumerable.Range(0, 2_000).Count(_ => RelabelledCounts.Test(Draw(random, 200), Draw(random, 80), (b, w) => PopulationStability.Index(b, w), 0.05, 99, random).PValue <= 0.05);

        Assert.InRange(alarms, 71, 131);
    }

    [Fact]
    public void Test_WhatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RelabelledCounts.Test([1], [1], Gap, 0.05, 0, new SeededRandom(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RelabelledCounts.Test([1], [1], Gap, 1, 99, new SeededRandom(1)));
        Assert.Throws<ArgumentException>(() => RelabelledCounts.Test([1, 2], [1], Gap, 0.05, 99, new SeededRandom(1)));
        Assert.Throws<ArgumentException>(() => RelabelledCounts.Test([1, 2], [0, 0], Gap, 0.05, 99, new SeededRandom(1)));
    }

    private static int[] Draw(SeededRandom random, int rows)
    {
        int[] counts = new int[12];
        for (int row = 0; row < rows; row++) counts[Math.Min(random.NextInt(12), random.NextInt(12))]++;
        return counts;
    }
}
