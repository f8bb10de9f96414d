using MlopsSandbox.Benchmarks.Calibration;

namespace MlopsSandbox.Statistics.Tests.Calibration;

/// <summary>The judge must refuse what is known to be wrong, or its approval means nothing.</summary>
public sealed class LevelJudgeTests
{
    private const int Checks = 2_000;
    private static readonly SampleSizes _sizes = new(60, 60);

    [Theory] // scipy 1.10.1, binomtest(k, n).proportion_ci(0.99, 'exact')
    [InlineData(60, 1_000, 0.04229147693443428, 0.08202895141435144)]
    [InlineData(0, 500, 0, 0.01054068818867866)]
    [InlineData(37, 37, 0.8665826707842177, 1)]
    public void Interval_SomeCounts_IsClopperAndPearsons(int alarms, int checks, double low, double high)
    {
        (double foundLow, double foundHigh) = LevelJudge.Interval(alarms, checks);

        Assert.Equal(low, foundLow, tolerance: 1e-9);
        Assert.Equal(high, foundHigh, tolerance: 1e-9);
    }

    [Fact]
    public void MayKeep_GoodnessOfFitAgainstASample_IsRefused() =>
        Assert.False(Judged(new("goodness of fit", LevelKind.Exact, (a, b, _) => CategoryTests.GoodnessOfFit(a, b)), CategoryTests.Shapes[0]));

    [Fact]
    public void MayKeep_HalfThePValue_IsRefused() =>
        Assert.False(Judged(Kolmogorov(p => p / 2), NumberTests.Shapes[0]));

    [Fact]
    public void MayKeep_ATenthTooMany_IsRefusedByEnoughChecks() => Assert.False(LevelJudge.MayKeep(0.05, alarms: 5_500, checks: 100_000, cells: 1_000));

    [Fact] // more careful than it need be: its true level is half of what is attainable
    public void MayKeep_TwiceThePValue_IsRefused() =>
        Assert.False(Judged(Kolmogorov(p => 2 * p), NumberTests.Shapes[0]));

    [Fact]
    public void MayKeep_TheTestItself_IsAccepted() => Assert.True(Judged(Kolmogorov(p => p), NumberTests.Shapes[0]));

    [Fact] // no interval of so few checks can say that a tenth too many are not chance
    public void MayKeep_FewChecks_AcceptsATenthTooMany() => Assert.True(LevelJudge.MayKeep(0.05, alarms: 55, checks: 1_000));

    private static SampleTest<double[]> Kolmogorov(Func<double, double> changed) =>
        new("KS", LevelKind.Exact, (x, y, _) => changed(KolmogorovGivenTies.Of(x, y).PValue)) { Attainable = AttainableLevel.OfKolmogorov };

    private static bool Judged<TSample>(SampleTest<TSample> test, SampleShape<TSample> shape) =>
        LevelCount.Of([test], shape, _sizes, Checks, seed: 5)[0].MayKeep(level: 0, LevelCount.Nominal[0], cells: 100);
}
