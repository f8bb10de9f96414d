namespace MlopsSandbox.Statistics.Tests.Thresholds;

public sealed class SigmaThresholdTests
{
    [Fact] // by hand
    public void Of_Scores_IsTheirMeanAndSoManyDeviations() => Assert.Equal((2, 1, 4), (SigmaThreshold.Of([1, 2, 3], 2).Mean, SigmaThreshold.Of([1, 2, 3], 2).Deviation, SigmaThreshold.Of([1, 2, 3], 2).Value));

    [Fact] // 10 against 2 + 2 · 1; the others against thresholds with 10 in them
    public void FalseAlarms_AnOutlier_CountsAgainstTheOthersOnly() => Assert.Equal(1, SigmaThreshold.FalseAlarms([[1], [2], [3], [10]], 2));

    [Fact] // 5 and 6 against 2 + 2 · 1, the others against 5.5 + 2 · 0.71
    public void FalseAlarms_Groups_AreHeldAgainstAllOthersTogether() => Assert.Equal(2, SigmaThreshold.FalseAlarms([[1, 2, 3], [5, 6]], 2));

    [Fact]
    public void FalseAlarms_EqualScores_AreNone() => Assert.Equal(0, SigmaThreshold.FalseAlarms([[0.5, 0.5], [0.5, 0.5]], 3));

    [Fact] // a new normal score lies 3 σ of 23 others above their mean with 0.00382: t.sf(3/sqrt(1 + 1/23), 22), scipy 1.10.1; 0.00135 were the mean and σ known
    public void FalseAlarms_NormalScores_AreAsManyAsStudentsTailSays()
    {
        SeededRandom random = new(1);
        int alarms = Enumerable.Range(0, 4_000).Sum(_ => SigmaThreshold.FalseAlarms([.. Enumerable.Range(0, 24).Select(_ => new[] { random.NextGaussian() })], 3));

        Assert.Equal(0.00382, alarms / 96_000.0, tolerance: 0.0008);    // four standard errors
    }

    [Fact]
    public void Of_OneScore_IsRefused() => Assert.Throws<ArgumentException>(() => SigmaThreshold.Of([1], 3));
}
