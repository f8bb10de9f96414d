using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

public sealed class EppsSingletonTests
{
    [Fact]
    public void Test_SamplesSwapped_AreTheSame() =>
        Gen.Select(Gen.Double[-5, 5].Array[8, 60], Gen.Double[-5, 5].Array[8, 60]).Sample((x, y) =>
        {
            TestResult one = EppsSingleton.Test(x, y), other = EppsSingleton.Test(y, x);
            return Math.Abs(one.PValue - other.PValue) < 1e-6 && one.PValue is >= 0 and <= 1;
        });

    [Fact] // 30 zeros and ones a side have one free feature: chi-square with one degree
    public void Test_TwoValues_HasOneDegreeOfFreedom()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => i % 2.0)], y = [.. Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? 1.0 : 0)];

        TestResult found = EppsSingleton.Test(x, y);

        // n·d'C⁺d of shares 1/2 and 1/3: 60·(1/6)² / (2·(1/4) + 2·(2/9))
        Assert.Equal(60 / 36.0 / ((2 / 4.0) + (4 / 9.0)), found.Statistic, tolerance: 1e-9);
        Assert.Equal(ChiSquareTail.Of(found.Statistic, 1), found.PValue);
    }

    [Fact]
    public void Test_NoScale_IsRefusedInWords() => Assert.Equal(
        "The middle half of all values is 3 alone; expected an interquartile range above 0, which is the test's scale.",
        Assert.Throws<ArgumentException>(() => EppsSingleton.Test([3, 3, 3, 3, 3], [3, 3, 3, 3, 3, 4])).Message);

    [Fact]
    public void Test_FourValues_AreRefused() => Assert.Throws<ArgumentException>(() => EppsSingleton.Test([1, 2, 3, 4, 5], [1, 2, 3, 4]));

    [Fact]
    public void Test_Nan_IsRefused() => Assert.Throws<ArgumentException>(() => EppsSingleton.Test([1, 2, 3, 4, double.NaN], [1, 2, 3, 4, 5]));
}
