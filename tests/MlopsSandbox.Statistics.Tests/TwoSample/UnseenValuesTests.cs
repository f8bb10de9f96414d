using System.Numerics;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class UnseenValuesTests
{
    [Fact] // one value of 10 rows, all of which lie in the window: C(2390, 390) / C(2400, 400) = 400·…·391 / (2400·…·2391)
    public void Of_OneNewValue_IsTheProbabilityThatAllItsRowsLieThere()
    {
        UnseenValues found = UnseenValues.Of([1_200, 800, 0], [200, 190, 10]);
        double expected = Enumerable.Range(0, 10).Aggregate(1.0, (product, i) => product * (400 - i) / (2_400.0 - i));

        Assert.Equal(0.025, found.Share);
        Assert.Equal(1, found.PValue / expected, tolerance: 1e-5);
    }

    [Theory]
    [InlineData(new[] { 1, 0, 1, 2, 3 }, new[] { 0, 1, 1, 1, 2 })]
    [InlineData(new[] { 0, 0, 4, 3 }, new[] { 1, 2, 3, 0 })]
    [InlineData(new[] { 0, 0, 0, 2, 1 }, new[] { 1, 1, 3, 4, 2 })]
    public void Of_FewRows_MatchesAllDivisions(int[] before, int[] now)
    {
        int[] both = [.. before.Zip(now, (a, b) => a + b)], values = [.. both.SelectMany((count, value) => Enumerable.Repeat(value, count))];
        double found = Unseen(now), divisions = 0, asFar = 0;
        for (uint mask = 0; mask < 1u << values.Length; mask++)
        {
            if (BitOperations.PopCount(mask) != now.Sum()) continue;
            int[] inWindow = new int[both.Length];
            for (int row = 0; row < values.Length; row++) inWindow[values[row]] += (int)(mask >> row & 1);
            divisions++;
            if (Unseen(inWindow) >= found) asFar++;
        }

        Assert.Equal(asFar / divisions, UnseenValues.Of(before, now).PValue, tolerance: 1e-12);

        int Unseen(int[] counts) => counts.Where((count, k) => count == both[k]).Sum();
    }

    [Fact]
    public void Of_NothingNew_IsOne()
    {
        UnseenValues found = UnseenValues.Of([50, 50, 3], [40, 60, 0]);

        Assert.Equal((0, 1), (found.Share, found.PValue));
    }

    [Fact] // as each row has a value of its own, all of the window's are new: nothing strange
    public void Of_EveryRowItsOwnValue_IsOne()
    {
        int[] before = [.. Enumerable.Repeat(1, 300), .. Enumerable.Repeat(0, 200)], now = [.. before.Select(rows => 1 - rows)];
        UnseenValues found = UnseenValues.Of(before, now);

        Assert.Equal(1, found.Share);
        Assert.Equal(1, found.PValue, tolerance: 1e-9);
    }

    [Fact] // a thousand values, of which a baseline sees few; 12.5 alarms expected of 250, standard deviation 3.4
    public void Of_SameDistribution_AlarmsAsOftenAsPromised()
    {
        SeededRandom random = new(11);
        double[] upTo = Zipf(1_000, 0);
        int alarms = Enumerable.Range(0, 250).Count(_ => UnseenValues.Of(Draw(random, upTo, 300), Draw(random, upTo, 100)).PValue <= 0.05);

        Assert.InRange(alarms, 2, 12 + 14);
    }

    [Fact] // ten thousand different values among 200,000 rows
    public void Of_ManyRareValues_IsStillExact()
    {
        SeededRandom random = new(12);
        double[] upTo = Zipf(10_000, 1);
        UnseenValues found = UnseenValues.Of(Draw(random, upTo, 100_000), Draw(random, upTo, 100_000));

        Assert.True(found.IsExact);
        Assert.InRange(found.PValue, 0.001, 1);
    }

    [Fact]
    public void CriticalShare_SomeSamples_IsWhereItAlarms()
    {
        int[] before = [.. Enumerable.Repeat(4, 200), .. Enumerable.Repeat(0, 60)], now = [.. Enumerable.Repeat(3, 200), .. Enumerable.Repeat(1, 60)];
        UnseenValues found = UnseenValues.Of(before, now);

        Assert.Equal(found.PValue <= 0.001, found.Share >= found.CriticalShare(0.001));
        Assert.Equal(found.PValue <= 0.5, found.Share >= found.CriticalShare(0.5));
    }

    [Fact] // two rows against two: not even all four being new would be strange enough
    public void CriticalShare_FewRows_IsInfinite() => Assert.Equal(double.PositiveInfinity, UnseenValues.Of([1, 1, 0], [1, 0, 1]).CriticalShare(0.001));

    private static double[] Zipf(int values, double exponent)
    {
        double[] upTo = [.. Enumerable.Range(1, values).Select(rank => Math.Pow(rank, -exponent))];
        for (int k = 1; k < values; k++) upTo[k] += upTo[k - 1];
        return upTo;
    }

    private static int[] Draw(SeededRandom random, double[] upTo, int rows)
    {
        int[] counts = new int[upTo.Length];
        for (int i = 0; i < rows; i++) counts[~Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]) is >= 0 and var at ? at : 0]++;
        return counts;
    }
}
