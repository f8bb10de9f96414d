using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.MeasuredQuality;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Findings;

/// <summary>The figures that decide whether something is told, against hand-made and simulated ones.</summary>
public sealed class ChanceTests
{
    [Theory] // 3 new among 3 + 2: the largest is new 3/5 of the time, the two largest 3/5 · 2/4, all three 3/5 · 2/4 · 1/3
    [InlineData(0, 1)]
    [InlineData(1, 0.6)]
    [InlineData(2, 0.3)]
    [InlineData(3, 0.1)]
    public void BeyondOneEnd_SmallSamples_IsTheShareOfOrders(int beyond, double expected) => Assert.Equal(expected, ChanceOfViolations.BeyondOneEnd(beyond, 3, 2), 1e-12);

    [Fact] // of the 6 ways to deal 2 of the rows {right, right, 50, 500}, 3 hold the 500, and none of the others costs as much
    public void ChanceOfMore_FourRows_CountsTheDeals()
    {
        Costs costs = new("USD", 50, 500);

        Assert.Equal(0.5, CostOfMistakes.ChanceOfMore(new ConfusionMatrix(0, 1, 1, 0), new ConfusionMatrix(0, 0, 1, 1), costs), 1e-12);
        Assert.Equal(1.0 / 6, CostOfMistakes.ChanceOfMore(new ConfusionMatrix(1, 0, 1, 0), new ConfusionMatrix(0, 1, 0, 1), costs), 1e-12);
    }

    [Fact] // Wilson's interval of 8 in 10, by hand: (0.8 + 0.19207 ± 0.29412) / 1.38415
    public void Wilson_EightOfTen_IsTheKnownInterval()
    {
        (double low, double high) = Lifecycle.Monitor.MeasuredQuality.Shares.Wilson(8, 10, 1.959963984540054);

        Assert.Equal((0.4902, 0.9433), (Math.Round(low, 4), Math.Round(high, 4)));
    }

    [Fact] // 2,000 quiet samples of rounded numbers: the bound must not be crossed more often than it says
    public void Distinct_NothingChanged_KeepsTheLevel()
    {
        SeededRandom random = new(5);
        int alarms = Enumerable.Range(0, 2_000).Count(_ => ChanceOfViolations.Distinct(Draw(200), Draw(60), out double _) <= 0.05);

        Assert.InRange(alarms, 0, 130);

        double[] Draw(int rows) => [.. Enumerable.Range(0, rows).Select(_ => Math.Round(20 * random.NextGaussian())).Order()];
    }
}
