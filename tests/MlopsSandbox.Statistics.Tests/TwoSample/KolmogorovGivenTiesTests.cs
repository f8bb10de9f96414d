using System.Numerics;
using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class KolmogorovGivenTiesTests
{
    private static readonly double[] Fifty = [.. Enumerable.Range(0, 50).Select(i => (double)i)];

    [Fact] // 12 of the 20 divisions of 1, 1, 2, 2, 3, 3 have a distance of 2/3 or more, counted by hand
    public void PValue_ThreeTies_IsTheShareOfDivisions() => AssertIs(2 / 3.0, 0.6, [1, 1, 2], [2, 3, 3]);

    [Fact] // R 4.2.2, psmirnov(D, sizes, z, exact = TRUE, lower.tail = FALSE), as in the other cases named so
    public void PValue_SomeTies_MatchesR() => AssertIs(
        0.23333333333333336, 0.15174728111046931, Numbers(50, i => i * 7 % 11), Numbers(30, i => (i * 5 % 13) + 1));

    [Fact] // counted in whole numbers, by Python's; R takes the probability from 1, and so says 7.89e-12
    public void PValue_FarTail_MatchesTheCountInWholeNumbers() => AssertIs(
        0.78, 7.829832327625965e-12, Numbers(50, i => i * 37 / 10), Numbers(30, i => i * 11 / 8));

    [Fact]
    public void PValue_RoundedNumbers_MatchesR() => AssertIs(
        0.1883333333333333, 0.0013930003566494653, Numbers(200, i => Math.Round(Math.Sqrt(i))), Numbers(150, i => Math.Round(Math.Sqrt(i * 1.6)) + (i % 3 == 0 ? 1 : 0)));

    [Fact]
    public void PValue_ZerosAndOnes_MatchesR() => AssertIs(1 / 6.0, 0.0022124300488861603, Numbers(200, i => i % 2), Numbers(150, i => i % 3 == 0 ? 1 : 0));

    [Fact]
    public void PValue_NoTies_IsThatWithoutRegardToThem() => SamplePairs.OfSizes(1, 40).Sample((x, y) =>
    {
        double[] pooled = [.. x, .. y];
        if (pooled.Distinct().Count() < pooled.Length) return true;
        TestResult plain = KolmogorovSmirnov.TestUnsorted(x, y, PValueMethod.Exact);
        return Math.Abs((Of(x, y).PValue / plain.PValue) - 1) < 1e-9;
    });

    [Fact] // ties only bring the distance down
    public void PValue_AnySamples_IsAtMostThatWithoutRegardToTies() => SamplePairs.OfSizes(1, 40).Sample((x, y) =>
        Of(x, y).PValue <= KolmogorovSmirnov.TestUnsorted(x, y, PValueMethod.Exact).PValue + 1e-9);

    [Fact]
    public void PValue_ExchangedSamples_StaysTheSame() => SamplePairs.OfSizes(1, 40).Sample((x, y) => Math.Abs(Of(x, y).PValue - Of(y, x).PValue) < 1e-9);

    [Theory] // random divisions of the same values, their distance counted by the definition
    [InlineData(40, 25, 4)]
    [InlineData(200, 30, 3)]
    [InlineData(60, 60, 12)]
    public void PValue_TiedValues_MatchesRandomDivisions(int n, int m, int values)
    {
        const int Divisions = 20_000;
        SeededRandom random = new(n + m);
        double[] pooled = [.. Enumerable.Range(0, n + m).Select(_ => Math.Floor(values * Math.Pow(random.NextDouble(), 2)))];
        KolmogorovGivenTies test = Of(pooled[..n], pooled[n..]);
        int asFar = 0;
        for (int i = 0; i < Divisions; i++)
        {
            random.Shuffle<double>(pooled);
            if (Of(pooled[..n], pooled[n..]).Statistic >= test.Statistic - 1e-12) asFar++;
        }

        double p = test.PValue;
        Assert.Equal(p, (double)asFar / Divisions, tolerance: 4 * Math.Sqrt(p * (1 - p) / Divisions));
    }

    [Theory]
    [InlineData(50, 30, 5)]
    [InlineData(400, 2_400, 40)]
    [InlineData(900, 900, 1_000_000)]
    public void CriticalValue_AnySizes_IsWhereThePValueFallsToAlpha(int n, int m, int values)
    {
        SeededRandom random = new(n);
        double unit = (double)BigInteger.GreatestCommonDivisor(n, m) / ((double)n * m);
        KolmogorovGivenTies test = Of([.. Draw(n)], [.. Draw(m)]);
        foreach (double alpha in new[] { 0.05, 0.001, 1e-6 })
        {
            double critical = test.CriticalValue(alpha);
            Assert.True(test.Tail(critical) <= alpha);
            Assert.True(test.Tail(critical - Math.Max(unit, critical / 900)) > alpha);
        }

        IEnumerable<double> Draw(int size) => Enumerable.Range(0, size).Select(_ => (double)random.NextInt(values));
    }

    [Fact]
    public void CriticalValue_FewRows_CannotBeReached() => Assert.True(Of([1, 2, 3], [4, 5, 6]).CriticalValue(0.05) > 1);

    [Fact] // by default some 5,000 against 5,000 are counted
    public void IsExact_LargerSamples_SaysWhenTheyAreThinned()
    {
        Assert.True(Of(Numbers(4_000, i => i), Numbers(4_000, i => i + 0.5)).IsExact);
        KolmogorovGivenTies large = Of(Numbers(100_000, i => i), Numbers(100_000, i => i + 700.5));
        Assert.False(large.IsExact);
        Assert.Equal(1, large.PValue / KolmogorovSmirnov.PValue(large.Statistic, 100_000, 100_000), tolerance: 0.05);
    }

    [Theory] // held against the count of the whole samples, at distances with p from 0.1 to 1e-4
    [InlineData(5_000, 5_000, 0.6, 0.05)]
    [InlineData(10_000, 3_000, 0.6, 0.2)]
    [InlineData(12_000, 6_000, 0.05, 0.05)]
    public void Tail_ThinnedSamples_IsNearTheExactOne(int n, int m, double zeros, double tolerance)
    {
        SeededRandom random = new(n);
        double[] x = SortedSample.Of(Draw(n)), y = SortedSample.Of(Draw(m));
        TiedPaths whole = TiedPaths.Of(x, y);
        KolmogorovGivenTies test = KolmogorovGivenTies.Of(x, y);

        Assert.False(test.IsExact);
        foreach (double deviations in new[] { 1.2, 1.6, 2.0 })
        {
            long units = (long)(deviations / Math.Sqrt(whole.EffectiveSize) * whole.LargestUnits);
            Assert.Equal(1, test.Tail((double)units / whole.LargestUnits) / whole.Tail(units), tolerance);
        }

        // Some are 0, the others have two digits.
        double[] Draw(int rows) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < zeros ? 0 : Math.Round(random.NextGaussian(), 2))];
    }

    [Fact] // far beyond any level the p value stays that of a nearer distance, and is never too small
    public void Tail_HugeDistance_IsCheapAndStillTiny()
    {
        KolmogorovGivenTies far = Of(Numbers(1_000, i => i), Numbers(10_000, i => i + 5_000));
        Assert.InRange(far.PValue, double.Epsilon, 1e-12);
    }

    [Fact]
    public void PValue_AllEqual_IsOne() => AssertIs(0, 1, [3, 3, 3], [3, 3]);

    [Fact]
    public void Statistic_Infinities_AreTheOutermostValues() =>
        Assert.Equal(1, Of([double.NegativeInfinity, 1], [2, double.PositiveInfinity]).Statistic);

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 2.0, 1.0 })]
    [InlineData(new[] { 1.0, double.NaN })]
    public void Of_UnusableSample_Throws(double[] sample) => Assert.Throws<ArgumentException>(() => KolmogorovGivenTies.Of(Fifty, sample));

    private static KolmogorovGivenTies Of(double[] x, double[] y) => KolmogorovGivenTies.Of(SortedSample.Of(x), SortedSample.Of(y));

    private static double[] Numbers(int size, Func<int, double> value) => [.. Enumerable.Range(0, size).Select(value)];

    private static void AssertIs(double statistic, double p, double[] x, double[] y)
    {
        KolmogorovGivenTies found = Of(x, y);
        Assert.Equal(statistic, found.Statistic, tolerance: 1e-12);
        Assert.Equal(1, found.PValue / p, tolerance: 1e-9);
    }
}
