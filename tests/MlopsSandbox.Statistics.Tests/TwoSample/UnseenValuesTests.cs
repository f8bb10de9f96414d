namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class UnseenValuesTests
{
    [Fact] // one value of 10 rows, of which each is in the window with a probability of 400/2,400: twice (1/6)^10, and hardly more
    public void Test_OneNewValue_IsAboutTwiceTheProbabilityThatAllItsRowsLieThere()
    {
        TestResult found = UnseenValues.Test([1_200, 800, 0], [200, 190, 10]);

        Assert.Equal(0.025, found.Statistic);
        Assert.InRange(found.PValue, 2 * Math.Pow(1 / 6.0, 10), 4.2 * Math.Pow(1 / 6.0, 10));
    }

    [Fact]
    public void Test_NothingNew_IsOne() => Assert.Equal(new TestResult(0, 1), UnseenValues.Test([50, 50, 3], [40, 60, 0]));

    [Fact] // as each row has a value of its own, all of the window's are new: nothing strange
    public void Test_EveryRowItsOwnValue_IsOne()
    {
        int[] before = [.. Enumerable.Repeat(1, 300), .. Enumerable.Repeat(0, 200)], now = [.. before.Select(rows => 1 - rows)];

        Assert.Equal(new TestResult(1, 1), UnseenValues.Test(before, now));
    }

    [Theory] // values by Zipf's law or all alike, of which a baseline sees many but not all
    [InlineData(300, 2_000, 1.1)]
    [InlineData(1_000, 1_000, 0)]
    [InlineData(3_000, 10_000, 0)]
    [InlineData(60, 500, 0.7)]
    public void Test_SameDistribution_AlarmsAtMostAsOftenAsPromised(int n, int m, double exponent)
    {
        const int Checks = 500, Values = 1_000;
        const double Alpha = 0.05;
        double[] upTo = [.. Enumerable.Range(1, Values).Select(rank => Math.Pow(rank, -exponent))];
        for (int k = 1; k < Values; k++) upTo[k] += upTo[k - 1];
        SeededRandom random = new(11);
        int alarms = Enumerable.Range(0, Checks).Count(_ => UnseenValues.Test(Draw(n), Draw(m)).PValue <= Alpha);

        Assert.InRange(alarms, 0, Checks * Alpha);

        int[] Draw(int rows)
        {
            int[] counts = new int[Values];
            for (int i = 0; i < rows; i++) counts[~Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]) is >= 0 and var at ? at : 0]++;
            return counts;
        }
    }

    [Fact]
    public void CriticalShare_SomeSamples_IsWhereItAlarms()
    {
        int[] before = [.. Enumerable.Repeat(4, 200), .. Enumerable.Repeat(0, 60)], now = [.. Enumerable.Repeat(3, 200), .. Enumerable.Repeat(1, 60)];
        TestResult found = UnseenValues.Test(before, now);

        Assert.Equal(found.PValue <= 0.001, found.Statistic >= UnseenValues.CriticalShare(0.001, before, now));
        Assert.Equal(found.PValue <= 0.5, found.Statistic >= UnseenValues.CriticalShare(0.5, before, now));
    }

    [Fact] // two rows against two: not even all four being new would be strange enough
    public void CriticalShare_FewRows_IsInfinite() => Assert.Equal(double.PositiveInfinity, UnseenValues.CriticalShare(0.001, [1, 1, 0], [1, 0, 1]));
}
