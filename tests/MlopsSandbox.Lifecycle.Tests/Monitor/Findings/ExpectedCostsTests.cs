using MlopsSandbox.Lifecycle.Monitor.EstimatedQuality;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Findings;

public sealed class ExpectedCostsTests
{
    [Fact] // scores are probabilities here: at 0.5 and above a false positive, below a false negative
    public void Of_SomeScores_WeighsTheMistakeThatEachCanBe()
    {
        IsotonicCalibration asIs = IsotonicCalibration.Fit([0, 1], [0.0, 1.0]);

        Assert.Equal([0.1 * 500, 0.5 * 50, 0.25 * 50], ExpectedCosts.Of(asIs, [0.1, 0.5, 0.75], 0.5, 50, 500));
    }

    [Fact] // 1,000 quiet checks at level 0.05: 50 expected, standard deviation 7
    public void ChanceOfMore_NothingChanged_AlarmsAsOftenAsPromised()
    {
        SeededRandom random = new(9);
        int alarms = Enumerable.Range(0, 1_000).Count(_ => ExpectedCosts.ChanceOfMore(0.05, Skewed(random, 300, 1), Skewed(random, 60, 1)) <= 0.05);

        Assert.InRange(alarms, 29, 71);
    }

    [Fact]
    public void ChanceOfMore_CostsUpByHalf_IsFound()
    {
        SeededRandom random = new(10);

        Assert.InRange(ExpectedCosts.ChanceOfMore(0.001, Skewed(random, 1_400, 1), Skewed(random, 360, 1.5)), 0, 0.001);
    }

    [Fact] // too many rows to be divided at random
    public void ChanceOfMore_ManyRows_IsWelchs()
    {
        SeededRandom random = new(11);
        double[] before = Skewed(random, 3_000, 1), now = Skewed(random, 2_500, 1);
        TestResult test = WelchT.Test(before, now);

        Assert.Equal(test.Statistic < 0 ? test.PValue / 2 : 1 - (test.PValue / 2), ExpectedCosts.ChanceOfMore(0.001, before, now));
    }

    private static double[] Skewed(SeededRandom random, int rows, double scale) => [.. Enumerable.Range(0, rows).Select(_ => -scale * Math.Log(1 - random.NextDouble()))];
}
