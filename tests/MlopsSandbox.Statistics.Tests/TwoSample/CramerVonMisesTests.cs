using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class CramerVonMisesTests
{
    private static readonly Gen<(double[] X, double[] Y)> Untied = Gen.Select(Gen.Int[-100_000, 100_000].ArrayUnique[4, 60], Gen.Int[2, 30])
        .Select((all, split) => (Scaled(all[..Math.Min(split, all.Length - 2)]), Scaled(all[Math.Min(split, all.Length - 2)..])));

    private static double[] Scaled(int[] values) => [.. values.Select(value => value / 1_000.0)];

    [Fact] // By hand: distances of the distribution functions 1/2, 1, 1/2, 0 after 1, 2, 3, 4; 4/16 · (1/4 + 1 + 1/4)
    public void Statistic_TwoPairsApart_IsTheSumOfSquaredDistances() => Assert.Equal(0.375, CramerVonMises.Statistic([1, 2], [3, 4]), tolerance: 1e-15);

    [Fact] // 2 of the C(4, 2) = 6 orders are as far apart
    public void Test_TwoPairsApart_IsOneThird() => Assert.Equal(1 / 3.0, CramerVonMises.Test([1, 2], [3, 4]).PValue, tolerance: 1e-15);

    [Fact]
    public void Statistic_NoTies_IsTheSquaredDistanceOfTheDistributionFunctions() =>
        Untied.Sample((x, y) =>
        {
            double n = x.Length, m = y.Length;
            double sum = x.Concat(y).Sum(at => Math.Pow((x.Count(value => value <= at) / n) - (y.Count(value => value <= at) / m), 2));
            return SamplePairs.Near(CramerVonMises.Statistic([.. x.Order()], [.. y.Order()]), n * m / ((n + m) * (n + m)) * sum);
        });

    [Theory] // the switch that is documented: exact up to 20 values in the larger sample
    [InlineData(20, PValueMethod.Exact)]
    [InlineData(21, PValueMethod.Asymptotic)]
    public void Test_Automatic_SwitchesAboveTwentyValues(int size, PValueMethod expected)
    {
        double[] x = [.. Enumerable.Range(0, size).Select(i => i * i / 7.0)], y = [.. Enumerable.Range(0, 9).Select(i => 11.3 * i)];

        Assert.Equal(CramerVonMises.Test(x, y, expected), CramerVonMises.Test(x, y));
        Assert.NotEqual(CramerVonMises.Test(x, y, PValueMethod.Asymptotic).PValue, CramerVonMises.Test(x, y, PValueMethod.Exact).PValue);
    }

    [Fact]
    public void Test_ExactOfLargeSamples_IsRefusedInWords()
    {
        double[] thousand = [.. Enumerable.Range(0, 1000)];

        ArgumentException refused = Assert.Throws<ArgumentException>(() => CramerVonMises.Test(thousand, thousand, PValueMethod.Exact));

        Assert.StartsWith("Samples of 1000 and 1000 values are too large or unlike to be counted exactly;", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_OneValue_IsRefused() => Assert.Throws<ArgumentException>(() => CramerVonMises.Test([1], [1, 2]));

    [Fact]
    public void Statistic_NoTies_IsTheSameByMidRanks() =>
        Untied.Sample((x, y) =>
        {
            (double[] before, double[] now) = ([.. x.Order()], [.. y.Order()]);
            return SamplePairs.Near(CramerVonMises.Statistic(before, now), CramerVonMises.Statistic(before, now, CramerVonMisesTies.MidRanks));
        });

    [Fact] // the distance rises to 1/4 over three zeros and falls back over five ones
    public void Statistic_Ties_RunStraightAcrossThem()
    {
        double overZeros = (1 / 9.0) + (4 / 9.0) + 1, overOnes = Enumerable.Range(1, 5).Sum(i => Math.Pow(1 - (i / 5.0), 2));

        Assert.Equal(4 * 4 / 64.0 / 16 * (overZeros + overOnes), CramerVonMises.Statistic([0, 0, 1, 1], [0, 1, 1, 1]), tolerance: 1e-15);
    }

    [Fact] // what scipy's midranks find in every one of these pairs
    public void Test_RoundedSamplesOfUnlikeSizes_KeepTheLevel()
    {
        SeededRandom random = new(9);
        (int spread, int midRanks) = (0, 0);
        for (int round = 0; round < 400; round++)
        {
            double[] x = Rounded(random, 1000), y = Rounded(random, 100);
            if (CramerVonMises.Test(x, y).PValue <= 0.05) spread++;
            if (CramerVonMises.Test(x, y, ties: CramerVonMisesTies.MidRanks).PValue <= 0.05) midRanks++;
        }

        Assert.InRange(spread, 6, 37); // 20 are expected, with a deviation of 4.4
        Assert.Equal(400, midRanks);
    }

    [Theory] // heavy ties make the test careful, not eager
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Test_FewDistinctValues_StaysBelowTheLevel(int distinct)
    {
        SeededRandom random = new(3);
        int alarms = 0;
        for (int round = 0; round < 1000; round++)
        {
            double[] x = Sample(300), y = Sample(80);
            if (CramerVonMises.TestUnsorted(x, y).PValue <= 0.05) alarms++;
        }

        Assert.InRange(alarms, 1, 75); // 50 at most are expected, with a deviation of 6.9
        double[] Sample(int size) => [.. Enumerable.Range(0, size).Select(_ => (double)random.NextInt(distinct))];
    }

    private static double[] Rounded(SeededRandom random, int size) => [.. Enumerable.Range(0, size).Select(_ => Math.Round(random.NextGaussian(), 1)).Order()];
}
