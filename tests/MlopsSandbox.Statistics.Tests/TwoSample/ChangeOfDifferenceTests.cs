using System.Numerics;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class ChangeOfDifferenceTests
{
    [Theory] // each way to divide the group's hits, and the others', among before and now: 2^7 · 2^9 at most
    [InlineData(1, 3, 3, 4, 4, 5, 1, 4)]
    [InlineData(0, 3, 2, 3, 2, 4, 2, 4)]
    [InlineData(2, 3, 1, 4, 0, 4, 4, 5)]
    public void Test_FewRows_MatchesAllDivisions(int groupHits, int groupRows, int groupHitsNow, int groupRowsNow, int hits, int rows, int hitsNow, int rowsNow)
    {
        Proportion[] found = [new(groupHits, groupRows), new(hits, rows), new(groupHitsNow, groupRowsNow), new(hitsNow, rowsNow)];
        double statistic = Math.Abs(Statistic(found)), divisions = 0, asFar = 0;
        foreach (int ofGroup in HitsNow(groupHits + groupHitsNow, groupRows + groupRowsNow, groupRowsNow))
        {
            foreach (int ofOthers in HitsNow(hits + hitsNow, rows + rowsNow, rowsNow))
            {
                divisions++;
                Proportion[] drawn = [new(groupHits + groupHitsNow - ofGroup, groupRows), new(hits + hitsNow - ofOthers, rows), new(ofGroup, groupRowsNow), new(ofOthers, rowsNow)];
                if (Math.Abs(Statistic(drawn)) >= statistic - 1e-12) asFar++;
            }
        }

        Assert.Equal(asFar / divisions, ChangeOfDifference.Test(found[0], found[1], found[2], found[3]).PValue, tolerance: 1e-12);
    }

    [Fact] // by hand: (4/12 − 6/12) − (8/12 − 6/12) = −1/3 over √((8·4 + 6·6 + 4·8 + 6·6)/144/12)
    public void Test_SomeShares_HasTheStatisticOfTheFormula() =>
        Assert.Equal(-1 / 3.0 / Math.Sqrt(136 / 144.0 / 12), ChangeOfDifference.Test(new(7, 10), new(5, 10), new(3, 10), new(5, 10)).Statistic, tolerance: 1e-12);

    [Fact]
    public void Test_NothingChanged_IsOne() => Assert.Equal(1, ChangeOfDifference.Test(new(30, 100), new(50, 100), new(30, 100), new(50, 100)).PValue, tolerance: 1e-12);

    [Fact] // scipy 1.10.1: 2·norm.sf(2.5) is 0.01242; many rows, so the normal tail is near
    public void Test_ManyRows_IsNearTheNormalTail()
    {
        TestResult found = ChangeOfDifference.Test(new(40_000, 100_000), new(30_000, 100_000), new(40_755, 100_000), new(30_000, 100_000));

        Assert.Equal(2.5, found.Statistic, tolerance: 0.1);
        Assert.Equal(1, found.PValue / (2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -found.Statistic)), tolerance: 0.02);
    }

    [Fact]
    public void Test_GroupsExchanged_OnlyTurnsTheSign()
    {
        TestResult one = ChangeOfDifference.Test(new(3, 40), new(60, 200), new(9, 35), new(50, 180)), other = ChangeOfDifference.Test(new(60, 200), new(3, 40), new(50, 180), new(9, 35));

        Assert.Equal(one.Statistic, -other.Statistic, tolerance: 1e-12);
        Assert.Equal(one.PValue, other.PValue, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 4)]
    [InlineData(-1, 4)]
    public void Test_ImpossibleProportion_IsRefused(int hits, int rows) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChangeOfDifference.Test(new(1, 2), new(1, 2), new(hits, rows), new(1, 2)));

    private static IEnumerable<int> HitsNow(int hits, int rows, int rowsNow) =>
        Enumerable.Range(0, 1 << rows).Where(mask => BitOperations.PopCount((uint)mask) == rowsNow).Select(mask => BitOperations.PopCount((uint)mask & ((1u << hits) - 1)));

    // Agresti and Caffo's shares and variances.
    private static double Statistic(Proportion[] all)
    {
        double[] shares = [.. all.Select(one => (one.Hits + 1.0) / (one.Rows + 2))];
        double variance = all.Select((one, k) => shares[k] * (1 - shares[k]) / (one.Rows + 2)).Sum();
        return (shares[2] - shares[3] - (shares[0] - shares[1])) / Math.Sqrt(variance);
    }
}
