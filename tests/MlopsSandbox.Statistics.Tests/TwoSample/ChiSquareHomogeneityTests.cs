using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class ChiSquareHomogeneityTests
{
    private static readonly Gen<(int[], int[])> Tables =
        Gen.Int[1, 12].SelectMany(k => Gen.Select(Gen.Int[1, 500].Array[k], Gen.Int[1, 500].Array[k]));

    [Theory] // expected: scipy 1.10.1, stats.chi2_contingency(correction=False)
    [InlineData(new[] { 10, 20, 30 }, new[] { 20, 20, 20 }, 5.333333333333334, 0.0694834512228015, 2)]
    [InlineData(new[] { 300, 500, 200 }, new[] { 20, 60, 20 }, 4.910714285714284, 0.08583253534548954, 2)]
    [InlineData(new[] { 1000, 2000, 50, 950 }, new[] { 10, 100, 30, 60 }, 223.8397277227723, 2.9693180696777153e-48, 3)]
    [InlineData(new[] { 5, 5, 0 }, new[] { 5, 5, 0 }, 0, 1, 1)]
    public void Test_KnownTables_MatchesScipy(int[] baseline, int[] current, double statistic, double pValue, int degrees)
    {
        ChiSquareResult result = ChiSquareHomogeneity.Test(baseline, current);

        Assert.Equal(statistic, result.Statistic, tolerance: 1e-10);
        Assert.Equal(1, result.PValue / pValue, tolerance: 1e-8);
        Assert.Equal(degrees, result.DegreesOfFreedom);
    }

    [Theory] // expected: scipy 1.10.1, stats.chi2.isf
    [InlineData(0.05, 1, 3.8414588206941285)]
    [InlineData(0.01, 9, 21.665994333461928)]
    [InlineData(8.5e-5, 2, 18.745718602947914)]
    [InlineData(1e-5, 20, 59.044550386801646)]
    public void CriticalValue_KnownLevels_MatchesScipy(double alpha, int degrees, double expected) =>
        Assert.Equal(expected, ChiSquareHomogeneity.CriticalValue(alpha, degrees), tolerance: 1e-6);

    [Fact]
    public void CriticalValue_AnyLevel_HasThatTail() => Gen.Select(Gen.Double[1e-9, 0.999], Gen.Int[1, 60]).Sample((alpha, degrees) =>
        Math.Abs((ChiSquareTail.Of(ChiSquareHomogeneity.CriticalValue(alpha, degrees), degrees) / alpha) - 1) < 1e-6);

    [Fact]
    public void Test_AnyTable_IsSymmetricAndBlindToOrder() => Tables.Sample(tables =>
    {
        (int[] a, int[] b) = tables;
        ChiSquareResult result = ChiSquareHomogeneity.Test(a, b), swapped = ChiSquareHomogeneity.Test(b, a);
        ChiSquareResult reversed = ChiSquareHomogeneity.Test([.. a.Reverse()], [.. b.Reverse()]);
        return Near(result.Statistic, swapped.Statistic) && Near(result.Statistic, reversed.Statistic) && result.PValue is >= 0 and <= 1;
    });

    [Fact]
    public void Test_SingleCategory_FindsNothing() => Assert.Equal(new ChiSquareResult(0, 1, 0), ChiSquareHomogeneity.Test([7], [9]));

    [Fact]
    public void CriticalValue_NoDegrees_IsInfinite() => Assert.Equal(double.PositiveInfinity, ChiSquareHomogeneity.CriticalValue(0.05, 0));

    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 1 })]
    [InlineData(new[] { 1, -2 }, new[] { 1, 1 })]
    [InlineData(new[] { 0, 0 }, new[] { 1, 1 })]
    public void Test_UnusableCounts_Throws(int[] baseline, int[] current) =>
        Assert.Throws<ArgumentException>(() => ChiSquareHomogeneity.Test(baseline, current));

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
