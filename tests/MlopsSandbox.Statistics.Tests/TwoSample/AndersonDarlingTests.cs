using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class AndersonDarlingTests
{
    [Fact]
    public void Statistic_AllEqual_IsTheLeast()
    {
        double least = AndersonDarling.Statistic([3, 3, 3], [3, 3]);

        Assert.Equal(least, AndersonDarling.Statistic([[3, 3, 3], [3, 3]]), tolerance: 1e-12);
        Gen.Int[0, 2].Select(value => (double)value).Array[5].Sample(values =>
            AndersonDarling.Statistic([.. values[..3].Order()], [.. values[3..].Order()]) >= least - 1e-9);
    }

    [Fact] // with exchangeable samples, p ≤ α happens in at most a share α of the cases: 4 deviations of 2,000 draws allow 0.07 at 0.05
    public void Test_NothingHasChanged_KeepsItsLevel()
    {
        SeededRandom random = new(20);
        int alarms = 0;
        for (int round = 0; round < 2000; round++)
        {
            if (AndersonDarling.TestUnsorted(Sample(12), Sample(9), random, permutations: 99).PValue <= 0.05) alarms++;
        }

        Assert.InRange(alarms, 60, 140);
        double[] Sample(int size) => [.. Enumerable.Range(0, size).Select(_ => Math.Round(random.NextGaussian(), 1))];
    }

    [Fact]
    public void Test_SameSeed_GivesTheSamePValue()
    {
        double[] x = [1, 4, 6, 8, 11], y = [2, 3, 5, 9];

        Assert.Equal(AndersonDarling.TestUnsorted(x, y, new SeededRandom(3)), AndersonDarling.TestUnsorted(x, y, new SeededRandom(3)));
    }

    [Fact] // no division of 20 against 20 is as far apart as this one but its mirror image
    public void Test_WhollyApart_HasTheLeastPValue() => Assert.Equal(
        1 / 1000.0, AndersonDarling.Test([.. Enumerable.Range(0, 20)], [.. Enumerable.Range(20, 20)], new SeededRandom(1)).PValue, tolerance: 1e-15);

    [Fact]
    public void Test_OneOfThreeSamplesMoved_IsFound()
    {
        double[] still = [.. Enumerable.Range(0, 15).Select(i => i / 3.0)], moved = [.. still.Select(value => value + 3.7)];

        Assert.True(AndersonDarling.Test([still, [.. still.Select(value => value + 0.1)], moved], new SeededRandom(1)).PValue < 0.01);
    }

    [Fact]
    public void Statistic_TooFewSamplesOrValues_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => AndersonDarling.Statistic([[1, 2, 3, 4]]));
        Assert.Throws<ArgumentException>(() => AndersonDarling.Statistic([1, 2], [3]));
        Assert.Throws<ArgumentException>(() => AndersonDarling.Statistic([2, 1], [3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AndersonDarling.Test([1, 2], [3, 4], new SeededRandom(1), permutations: 0));
    }
}
