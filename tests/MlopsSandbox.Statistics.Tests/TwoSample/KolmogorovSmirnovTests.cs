using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class KolmogorovSmirnovTests
{
    private static readonly Gen<double[]> Sample = Gen.Double[-5, 5].Array[1, 40].Select(values => values.Order().ToArray());

    [Theory] // expected: scipy 1.10.1, stats.ks_2samp (exact p value)
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 2, 3, 4 }, 1 / 3.0, 1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 4, 5, 6, 7, 8, 9 }, 2 / 3.0, 0.10822510822510821)]
    [InlineData(new[] { 0.1, 0.4, 0.7, 0.9, 1.2, 2.2, 3.1 }, new[] { 1.5, 2.5, 3.5, 4.5 }, 5 / 7.0, 0.12121212121212123)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6, 7, 8, 9 }, 1, 0.015873015873015872)]
    public void Test_SmallSamples_MatchesScipy(double[] baseline, double[] current, double statistic, double pValue)
    {
        TestResult result = KolmogorovSmirnov.Test(baseline, current);

        Assert.Equal(statistic, result.Statistic, tolerance: 1e-15);
        Assert.Equal(pValue, result.PValue, tolerance: 1e-12);
    }

    [Theory] // expected: scipy 1.10.1, the exact count behind stats.ks_2samp(method="exact")
    [InlineData(30, 60, 10, 12, 0.09270296267200293)]
    [InlineData(24, 120, 30, 40, 0.4508544239231963)]
    [InlineData(45, 300, 100, 150, 0.12530009931399302)]
    [InlineData(90, 300, 100, 150, 3.1225178375984705e-05)]
    public void PValue_SmallProduct_IsExact(double numerator, double denominator, int n, int m, double expected) =>
        Assert.Equal(1, KolmogorovSmirnov.PValue(numerator / denominator, n, m) / expected, tolerance: 1e-10);

    [Theory] // expected: the same exact count, which the approximation is held against
    [InlineData(720, 9000, 3000, 360, 0.03091270052077308)]
    [InlineData(19523, 177480, 2465, 360, 0.0009087929491987176)]
    [InlineData(23960, 177480, 2465, 360, 1.8632157274391444e-05)]
    [InlineData(300, 3000, 1000, 600, 0.0010330742031825133)]
    public void PValue_LargeProduct_IsWithinSixPercentOfExact(double numerator, double denominator, int n, int m, double expected) =>
        Assert.Equal(1, KolmogorovSmirnov.PValue(numerator / denominator, n, m) / expected, tolerance: 0.06);

    [Theory] // expected: scipy 1.10.1, special.kolmogorov
    [InlineData(0.5, 0.9639452436648751)]
    [InlineData(0.9, 0.3927307079406543)]
    [InlineData(1, 0.26999967167735456)]
    [InlineData(1.36, 0.049485876755377876)]
    [InlineData(2, 0.0006709252557796953)]
    [InlineData(3, 3.045995948942526e-08)]
    public void Tail_KnownPoints_MatchesScipy(double x, double expected) =>
        Assert.Equal(1, KolmogorovDistribution.Tail(x) / expected, tolerance: 1e-12);

    [Fact]
    public void Statistic_AnySamples_IsSymmetricAndBounded() => Gen.Select(Sample, Sample).Sample((a, b) =>
    {
        double statistic = KolmogorovSmirnov.Statistic(a, b);
        return statistic is >= 0 and <= 1 && Math.Abs(statistic - KolmogorovSmirnov.Statistic(b, a)) < 1e-12 && KolmogorovSmirnov.Statistic(a, a) == 0;
    });

    [Fact]
    public void Statistic_MonotoneTransform_StaysTheSame() => Gen.Select(Sample, Sample).Sample((a, b) =>
        KolmogorovSmirnov.Statistic(a, b) == KolmogorovSmirnov.Statistic([.. a.Select(x => 8 * x)], [.. b.Select(x => 8 * x)]));

    [Fact]
    public void PValue_LargerDistance_IsNotLarger() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 300], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((n, m, x, y) =>
        KolmogorovSmirnov.PValue(Math.Max(x, y), n, m) <= KolmogorovSmirnov.PValue(Math.Min(x, y), n, m) + 1e-12);

    [Fact]
    public void CriticalValue_AnySizes_IsWhereThePValueFallsToAlpha() => Gen.Select(Gen.Int[20, 3000], Gen.Int[20, 400], Gen.Double[1e-5, 0.2]).Sample((n, m, alpha) =>
    {
        double critical = KolmogorovSmirnov.CriticalValue(alpha, n, m);
        return critical > 1 || (KolmogorovSmirnov.PValue(critical, n, m) <= alpha && KolmogorovSmirnov.PValue(critical - 1e-9, n, m) > alpha);
    }, iter: 30);

    [Fact] // C(6, 3) = 20 orders, so no p value is below 2/20
    public void CriticalValue_TooFewRows_CannotBeReached() => Assert.True(KolmogorovSmirnov.CriticalValue(0.05, 3, 3) > 1);

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 2.0, 1.0 })]
    [InlineData(new[] { 1.0, double.NaN })]
    [InlineData(new[] { double.NaN })]
    public void Statistic_UnusableSample_Throws(double[] sample) => Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Statistic([1.0], sample));

    [Fact] // the distance as its definition says, at every value, with ties within and across samples
    public void Statistic_AnySamples_IsTheLargestDistanceOfTheDistributionFunctions() => SamplePairs.OfSizes(1, 40).Sample((x, y) =>
    {
        double expected = x.Concat(y).Max(at => Math.Abs((x.Count(value => value <= at) / (double)x.Length) - (y.Count(value => value <= at) / (double)y.Length)));
        return Math.Abs(KolmogorovSmirnov.TestUnsorted(x, y).Statistic - expected) <= 1e-15; // two places may be equally far, but for the last digit
    });

    [Theory] // by default nothing but the product of the sizes decides
    [InlineData(100, 200)]
    [InlineData(100, 201)]
    public void PValue_NoMethodNamed_IsExactUpToTwentyThousandPairs(int n, int m)
    {
        double chosen = KolmogorovSmirnov.PValue(0.15, n, m), exact = KolmogorovSmirnov.PValue(0.15, n, m, PValueMethod.Exact);

        Assert.Equal(chosen == exact, n * m <= 20_000);
        Assert.NotEqual(chosen, KolmogorovSmirnov.PValue(0.15, n, m, PValueMethod.Asymptotic));
    }

    [Fact]
    public void PValue_ExactOfHugeSamples_IsRefusedInWords() => Assert.Equal(
        "The sizes have the product 1000000000000; expected at most 1000000000 to count exactly. Use the asymptotic method.",
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.PValue(0.1, 1_000_000, 1_000_000, PValueMethod.Exact)).Message);
}
