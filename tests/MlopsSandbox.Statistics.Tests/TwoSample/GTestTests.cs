using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class GTestTests
{
    private static readonly Gen<(int[], int[])> Tables =
        Gen.Int[1, 12].SelectMany(k => Gen.Select(Gen.Int[0, 500].Array[k], Gen.Int[0, 500].Array[k])).Where((a, b) => a.Sum() > 0 && b.Sum() > 0);

    [Fact]
    public void Test_AnyTable_IsSymmetricAndBlindToOrder() => Tables.Sample((a, b) =>
    {
        ChiSquareResult one = GTest.Test(a, b), swapped = GTest.Test(b, a), reversed = GTest.Test([.. a.Reverse()], [.. b.Reverse()]);
        return SamplePairs.Near(one.Statistic, swapped.Statistic) && SamplePairs.Near(one.Statistic, reversed.Statistic) && one.PValue is >= 0 and <= 1;
    });

    [Fact] // both tend to the same as counts grow
    public void Test_LargeCountsNearlyAlike_AgreesWithChiSquare()
    {
        int[] baseline = [100_000_000, 250_000_000, 650_000_000], current = [100_010_000, 250_000_000, 649_990_000];

        Assert.Equal(1, GTest.Test(baseline, current).Statistic / ChiSquareHomogeneity.Test(baseline, current).Statistic, tolerance: 1e-4);
    }

    [Fact]
    public void Test_SameShares_IsZero() => Assert.Equal(new ChiSquareResult(0, 1, 2), GTest.Test([1, 2, 3, 0], [2, 4, 6, 0]));

    [Fact]
    public void Test_OneCategory_FindsNothing() => Assert.Equal(new ChiSquareResult(0, 1, 0), GTest.Test([7], [9]));

    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 1 })]
    [InlineData(new[] { 1, -2 }, new[] { 1, 1 })]
    [InlineData(new[] { 0, 0 }, new[] { 1, 1 })]
    public void Test_UnusableCounts_Throws(int[] baseline, int[] current) => Assert.Throws<ArgumentException>(() => GTest.Test(baseline, current));
}
