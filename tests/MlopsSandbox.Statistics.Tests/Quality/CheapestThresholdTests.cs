using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Quality;

public sealed class CheapestThresholdTests
{
    [Theory] // by hand, from the ten rows in order of score
    [InlineData(1, 1, 0.8, 3)] // two hits called, three positives missed; 0.65 and 0.35 cost 3 as well and call more rows
    [InlineData(1, 10, 0.35, 3)] // all five positives called with three of the negatives
    [InlineData(100, 1, 0.8, 3)]
    public void Of_TenRows_FindsTheCheapest(double falsePositive, double falseNegative, double threshold, double cost) =>
        Assert.Equal(new CheapestThreshold(threshold, cost), CheapestThreshold.Of(Known.Scores, Known.Labels, falsePositive, falseNegative));

    [Fact]
    public void Of_NoPositives_CallsNone() =>
        Assert.Equal(new CheapestThreshold(double.PositiveInfinity, 0), CheapestThreshold.Of([0.2, 0.9], [false, false], 1, 1));

    [Fact]
    public void Of_AnyCosts_IsNotBeatenByAnyThreshold() => Gen.Select(Gen.Double[0, 9], Gen.Double[0, 9], Gen.Double[0, 1]).Sample((fp, fn, threshold) =>
        CheapestThreshold.Of(Known.Scores, Known.Labels, fp, fn).Cost <= ConfusionMatrix.At(threshold, Known.Scores, Known.Labels).Cost(fp, fn) + 1e-9);
}
