using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class FisherExactTests
{
    private static readonly Gen<(int, int, int, int)> Counts =
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 80]).SelectMany((n, m) => Gen.Select(Gen.Const(n), Gen.Int[0, n], Gen.Const(m), Gen.Int[0, m]));

    [Theory] // expected: scipy 1.10.1, twice the smaller tail of stats.hypergeom
    [InlineData(4, 2465, 2, 360, 0.343503792602051)]
    [InlineData(4, 2465, 36, 360, 1.427765133472376e-28)]
    [InlineData(0, 100, 3, 50, 0.07110466170868855)]
    [InlineData(30, 100, 5, 60, 0.0016357242259613528)]
    [InlineData(0, 10, 0, 10, 1)]
    public void Test_KnownCounts_MatchesScipy(int baselineHits, int baselineRows, int currentHits, int currentRows, double expected) =>
        Assert.Equal(1, FisherExact.Test(baselineHits, baselineRows, currentHits, currentRows).PValue / expected, tolerance: 1e-9);

    [Fact]
    public void Test_AnyCounts_IsSymmetricAndBounded() => Counts.Sample((n, a, m, b) =>
    {
        TestResult one = FisherExact.Test(a, n, b, m), other = FisherExact.Test(b, m, a, n);
        return Math.Abs(one.PValue - other.PValue) < 1e-9 && one.PValue is >= 0 and <= 1 && one.Statistic is >= 0 and <= 1;
    });

    [Fact]
    public void CriticalDistance_AnyBaseline_IsTheFirstSignificantOne() => Counts.Sample((n, a, m, _) =>
    {
        double critical = FisherExact.CriticalDistance(0.01, a, n, m);
        for (int hits = (int)((double)a / n * m) + 1; hits <= m; hits++)
        {
            TestResult test = FisherExact.Test(a, n, hits, m);
            if (test.PValue <= 0.01 != test.Statistic >= critical) return false;
        }

        return true;
    });

    [Fact]
    public void Test_MoreHitsThanRows_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => FisherExact.Test(1, 10, 11, 10));

    [Fact] // Fisher's tea: 1/70 + 1/70 for all right, 34/70 for three of four
    public void Test_TeaTasting_IsAsInTheBook()
    {
        Assert.Equal(2 / 70.0, FisherExact.Test(4, 4, 0, 4, FisherSides.NoMoreProbable).PValue, tolerance: 1e-12);
        Assert.Equal(34 / 70.0, FisherExact.Test(3, 4, 1, 4, FisherSides.NoMoreProbable).PValue, tolerance: 1e-12);
    }

    [Fact]
    public void Test_EitherConvention_IsAtLeastTheSmallerTail() => Counts.Sample((n, a, m, b) =>
    {
        double doubled = FisherExact.Test(a, n, b, m).PValue, noMoreProbable = FisherExact.Test(a, n, b, m, FisherSides.NoMoreProbable).PValue;
        double swapped = FisherExact.Test(b, m, a, n, FisherSides.NoMoreProbable).PValue;
        return noMoreProbable >= (doubled / 2) - 1e-12 && noMoreProbable <= 1 && Math.Abs(noMoreProbable - swapped) < 1e-9;
    });
}
