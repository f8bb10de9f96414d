using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class MannWhitneyTests
{
    [Fact] // 2 of C(7, 3) = 35 orders are as far apart
    public void Test_ThreeBelowFour_HasThePublishedExample() => Assert.Equal(new TestResult(0, 2 / 35.0), MannWhitney.Test([1, 2, 3], [4, 5, 6, 7]));

    [Fact]
    public void Test_AnySamples_CountsThePairsThatTheBaselineWins() => SamplePairs.OfSizes(1, 30).Sample((x, y) =>
        MannWhitney.TestUnsorted(x, y).Statistic == x.Sum(a => y.Sum(b => a > b ? 1 : a == b ? 0.5 : 0)));

    [Fact]
    public void AtMost_Everything_IsCertain() => Gen.Select(Gen.Int[1, 25], Gen.Int[1, 25]).Sample((n, m) =>
        Math.Abs(MannWhitneyCount.AtMost((long)n * m, n, m) - 1) < 1e-12);

    [Fact]
    public void AtMost_Half_IsSymmetric() => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Double[0, 1]).Sample((n, m, share) =>
    {
        int u = (int)(share * n * m);
        double above = u + 1 > n * m ? 0 : MannWhitneyCount.AtMost((n * m) - u - 1, n, m);
        return Math.Abs(MannWhitneyCount.AtMost(u, n, m) + above - 1) < 1e-12;
    });

    [Theory] // the switch that is documented: n·m up to 2,500, without ties
    [InlineData(50, 0.5, PValueMethod.Exact)]
    [InlineData(51, 0.5, PValueMethod.Asymptotic)]
    [InlineData(50, 1.0, PValueMethod.Asymptotic)]
    public void Test_Automatic_SwitchesAsDocumented(int size, double offset, PValueMethod expected)
    {
        double[] x = [.. Enumerable.Range(0, size)], y = [.. Enumerable.Range(7, 50).Select(i => i + offset)];

        Assert.Equal(MannWhitney.Test(x, y, expected), MannWhitney.Test(x, y));
    }

    [Fact]
    public void Test_ExactWithTies_IsRefusedInWords() => Assert.Equal(
        "Values are tied, for which there is no exact count; use the asymptotic method.",
        Assert.Throws<ArgumentException>(() => MannWhitney.Test([1, 2], [2, 3], PValueMethod.Exact)).Message);

    [Fact]
    public void Test_ExactOfLargeSamples_IsRefused() => Assert.Throws<ArgumentException>(() =>
        MannWhitney.Test([.. Enumerable.Range(0, 500)], [.. Enumerable.Range(0, 500).Select(i => i + 0.5)], PValueMethod.Exact));

    [Fact]
    public void Test_MillionsOfEqualValues_DoNotOverflow()
    {
        double[] zeros = new double[3_000_000], ones = [.. Enumerable.Repeat(1.0, 1_000_000)];

        Assert.Equal(new TestResult(0, 0), MannWhitney.Test(zeros, ones));
        Assert.Equal(new TestResult(1.5e12, 1), MannWhitney.Test(zeros, new double[1_000_000]));
    }
}
