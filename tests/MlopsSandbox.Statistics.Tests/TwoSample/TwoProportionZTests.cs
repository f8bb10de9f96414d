using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class TwoProportionZTests
{
    private static readonly Gen<(int, int, int, int)> Counts =
        Gen.Select(Gen.Int[1, 2000], Gen.Int[1, 800]).SelectMany((n, m) => Gen.Select(Gen.Int[0, n], Gen.Const(n), Gen.Int[0, m], Gen.Const(m)));

    [Fact] // z² is the uncorrected chi-square of the 2×2 table
    public void Test_AnyCounts_IsTheRootOfChiSquare() => Counts.Sample((a, n, b, m) =>
    {
        TestResult z = TwoProportionZ.Test(a, n, b, m);
        ChiSquareResult chiSquare = ChiSquareHomogeneity.Test([a, n - a], [b, m - b]);
        return SamplePairs.Near(z.Statistic * z.Statistic, chiSquare.Statistic) && SamplePairs.Near(z.PValue, chiSquare.PValue);
    });

    [Fact]
    public void Test_ShareRose_IsNegative() => Assert.True(TwoProportionZ.Test(10, 100, 20, 100).Statistic < 0);

    [Theory]
    [InlineData(0, 5, 0, 9)]
    [InlineData(5, 5, 9, 9)]
    public void Test_AllAlike_FindsNothing(int hits, int rows, int otherHits, int otherRows) =>
        Assert.Equal(new TestResult(0, 1), TwoProportionZ.Test(hits, rows, otherHits, otherRows));

    [Fact]
    public void Test_MostRows_DoNotOverflow() => Assert.Equal(1, TwoProportionZ.Test(int.MaxValue - 1, int.MaxValue, int.MaxValue - 1, int.MaxValue).PValue);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Test_ImpossibleCounts_Throws(int hits, int rows) => Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportionZ.Test(1, 2, hits, rows));
}
