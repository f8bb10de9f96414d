using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class LeveneTests
{
    [Theory]
    [InlineData(LeveneCenter.Median)]
    [InlineData(LeveneCenter.Mean)]
    public void Test_ShiftOfOneSample_ChangesNothing(LeveneCenter center) => SamplePairs.OfSizes(3, 40).Sample((x, y) =>
    {
        TestResult expected = Levene.Test(x, y, center), found = Levene.Test([.. x.Select(v => v + 4096)], y, center);
        return expected.PValue is >= 0 and <= 1 && Math.Abs(expected.PValue - found.PValue) < 1e-6;
    });

    [Theory]
    [InlineData(LeveneCenter.Median)]
    [InlineData(LeveneCenter.Mean)]
    public void Test_SamplesSwapped_AreTheSame(LeveneCenter center) => SamplePairs.OfSizes(3, 40).Sample((x, y) =>
        SamplePairs.Near(Levene.Test(x, y, center).PValue, Levene.Test(y, x, center).PValue));

    [Theory] // deviations that do not vary: of constants, and of two values about their mean
    [InlineData(new[] { 0.1, 0.1, 0.1 }, new[] { 7.3, 7.3, 7.3, 7.3 }, 0, 1)]
    [InlineData(new[] { 0.1, 0.3, 0.1, 0.3 }, new[] { 0.7, 0.9, 0.7, 0.9 }, 0, 1)]
    [InlineData(new[] { 0.1, 0.3, 0.1, 0.3 }, new[] { 0.1, 0.9, 0.1, 0.9 }, double.PositiveInfinity, 0)]
    public void Test_DeviationsDoNotVary_IsDefined(double[] baseline, double[] current, double statistic, double p) =>
        Assert.Equal(new TestResult(statistic, p), Levene.Test(baseline, current, LeveneCenter.Mean));

    [Fact]
    public void Test_TwoValues_AreRefused() => Assert.Throws<ArgumentException>(() => Levene.Test([1, 2], [1, 2, 3]));

    [Fact]
    public void Test_Infinity_IsRefused() => Assert.Throws<ArgumentException>(() => Levene.Test([1, 2, 3], [1, 2, double.NegativeInfinity]));
}
