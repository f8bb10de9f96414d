using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class WelchTTests
{
    [Fact]
    public void Test_SamplesSwapped_TurnsTheSign() => SamplePairs.OfSizes(2, 40).Sample((x, y) =>
    {
        TestResult one = WelchT.Test(x, y), other = WelchT.Test(y, x);
        return one.Statistic == -other.Statistic && SamplePairs.Near(one.PValue, other.PValue) && one.PValue is >= 0 and <= 1;
    });

    [Fact]
    public void Test_ShiftAndScale_ChangeNothing() => SamplePairs.OfSizes(2, 40).Where((x, _) => x.Distinct().Count() > 1).Sample((x, y) =>
    {
        double expected = WelchT.Test(x, y).Statistic, found = WelchT.Test([.. x.Select(v => (v * 1024) + 4096)], [.. y.Select(v => (v * 1024) + 4096)]).Statistic;
        return SamplePairs.Near(expected, found);
    });

    [Theory] // 0.1 has no exact sum, and must be constant all the same
    [InlineData(0.1, 0.1, 0, 1)]
    [InlineData(0.1, 0.2, double.NegativeInfinity, 0)]
    [InlineData(0.2, 0.1, double.PositiveInfinity, 0)]
    [InlineData(1e-200, 2e-200, 0, 1)]
    public void Test_Constants_AreDefined(double baseline, double current, double statistic, double p) =>
        Assert.Equal(new TestResult(statistic, p), WelchT.Test([.. Enumerable.Repeat(baseline, 11)], [.. Enumerable.Repeat(current, 7)]));

    [Fact] // a constant against values about it: one sample's variance is enough
    public void Test_OneConstant_IsAnOrdinaryTest() => Assert.Equal(-1.7320508075688772, WelchT.Test([0, 0, 0], [0, 1, 2]).Statistic, tolerance: 1e-12);

    [Theory]
    [InlineData(new double[0], "The sample is empty; expected at least 2 values. (Parameter 'current')")]
    [InlineData(new[] { 1.0 }, "The sample has 1 value; expected at least 2 values. (Parameter 'current')")]
    [InlineData(new[] { 1.0, double.NaN }, "Value 1 of the sample is NaN; expected a number from -1E+150 to 1E+150. (Parameter 'current')")]
    [InlineData(new[] { double.PositiveInfinity, 1 }, "Value 0 of the sample is Infinity; expected a number from -1E+150 to 1E+150. (Parameter 'current')")]
    [InlineData(new[] { 1.0, 1e200 }, "Value 1 of the sample is 1E+200; expected a number from -1E+150 to 1E+150. (Parameter 'current')")]
    public void Test_UnusableSample_SaysWhatWasFound(double[] current, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => WelchT.Test([1, 2], current)).Message);
}
