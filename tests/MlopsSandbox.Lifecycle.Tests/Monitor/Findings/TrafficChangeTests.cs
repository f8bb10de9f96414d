using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Findings;

public sealed class TrafficChangeTests
{
    [Fact] // by hand: the roots are 2 and 4 alternating, mean 3 and variance 20/19, after 20 days; 3 days of 6: t = 3 / √(20/19 · (1/3 + 1/20)), 19 degrees of freedom; scipy 1.10.1: 2·t.sf
    public void P_KnownRoots_IsStudents() => Assert.Equal(0.0001481221516156923, TrafficChange.P([Day(6), Day(6), Day(6)], [.. Enumerable.Range(0, 20).Select(day => Day(day % 2 == 0 ? 2 : 4))]), tolerance: 1e-9);

    [Fact]
    public void P_SameEachDay_IsOne() => Assert.Equal(1, TrafficChange.P([50, 50], [50, 50, 50, 50]), tolerance: 1e-12);

    [Fact]
    public void P_NoRequestsEver_IsOne() => Assert.Equal(1, TrafficChange.P([0, 0, 0], [0, 0, 0, 0, 0]), tolerance: 1e-12);

    [Fact]
    public void P_TrafficThatEnded_IsTiny() => Assert.InRange(TrafficChange.P([0, 0, 0], [120, 131, 109, 117, 125, 122, 113, 119]), 0, 1e-5);

    [Fact] // 5,000 quiet checks at level 0.01: 50 expected, standard deviation 7; taken as they are, such counts alarm in 80
    public void P_CustomersInWaves_AlarmsAsOftenAsPromised()
    {
        SeededRandom random = new(7);
        int alarms = Enumerable.Range(0, 5_000).Count(_ => TrafficChange.P(Days(3), Days(25)) <= 0.01);

        Assert.InRange(alarms, 29, 71);

        double[] Days(int days) => [.. Enumerable.Range(0, days).Select(_ => Math.Round(-100 * Math.Log((1 - random.NextDouble()) * (1 - random.NextDouble()))))];
    }

    private static double Day(double root) => (root * root * root) - 0.75;
}
