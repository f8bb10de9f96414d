using CsCheck;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>What holds of every test by ranks.</summary>
public sealed class RankTestsTests
{
    private static readonly Dictionary<string, Func<double[], double[], TestResult>> Tests = new()
    {
        ["ks"] = (x, y) => KolmogorovSmirnov.TestUnsorted(x, y),
        ["ks asymptotic"] = (x, y) => KolmogorovSmirnov.TestUnsorted(x, y, PValueMethod.Asymptotic),
        ["cvm"] = (x, y) => CramerVonMises.TestUnsorted(x, y),
        ["cvm asymptotic"] = (x, y) => CramerVonMises.TestUnsorted(x, y, PValueMethod.Asymptotic),
        ["mann-whitney"] = (x, y) => MannWhitney.TestUnsorted(x, y),
        ["mann-whitney asymptotic"] = (x, y) => MannWhitney.TestUnsorted(x, y, PValueMethod.Asymptotic),
        ["anderson-darling"] = (x, y) => AndersonDarling.TestUnsorted(x, y, new SeededRandom(1), permutations: 19),
    };

    public static TheoryData<string> Names => [.. Tests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_AnySamples_HasAProbability(string test) => SamplePairs.OfSizes(2, 30).Sample((x, y) =>
        Tests[test](x, y) is { PValue: >= 0 and <= 1, Statistic: var statistic } && double.IsFinite(statistic));

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_MonotoneTransform_ChangesNothing(string test) => SamplePairs.OfSizes(2, 30).Sample((x, y) =>
        Tests[test](x, y) == Tests[test](SamplePairs.Transformed(x), SamplePairs.Transformed(y)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_OtherOrder_ChangesNothing(string test) => SamplePairs.OfSizes(2, 30).Sample((x, y) =>
        Tests[test](x, y) == Tests[test]([.. x.Reverse()], [.. y.Reverse()]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_SamplesSwapped_HasTheSamePValue(string test) => SamplePairs.OfSizes(2, 30).Sample((x, y) =>
        test == "anderson-darling"
            ? SamplePairs.Near(Tests[test](x, y).Statistic, Tests[test](y, x).Statistic) // its permutations differ
            : SamplePairs.Near(Tests[test](x, y).PValue, Tests[test](y, x).PValue));

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_Constants_FindNothing(string test) => Assert.Equal(1, Tests[test]([7, 7, 7], [7, 7, 7, 7]).PValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_Infinities_AreTheOutermostValues(string test) =>
        Assert.Equal(
            Tests[test]([-9, 1, 2, 9], [3, 4, 9]),
            Tests[test]([double.NegativeInfinity, 1, 2, double.PositiveInfinity], [3, 4, double.PositiveInfinity]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_NegativeZero_IsTiedWithZero(string test) => Assert.Equal(Tests[test]([0, 0, 1], [0, 2]), Tests[test]([-0.0, 0, 1], [-0.0, 2]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Test_EmptyOrNan_IsRefused(string test)
    {
        Assert.Throws<ArgumentException>(() => Tests[test]([], [1, 2]));
        Assert.Throws<ArgumentException>(() => Tests[test]([1, 2, 3], []));
        Assert.Throws<ArgumentException>(() => Tests[test]([1, 2, 3], [1, double.NaN]));
    }
}
