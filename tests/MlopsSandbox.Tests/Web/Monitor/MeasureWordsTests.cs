using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class MeasureWordsTests
{
    private static readonly CheckReport Check = SampleHistory.Check(6);

    [Fact]
    public void Sentence_OfAFeature_TellsTheChangeTheTestAndWhatAlarms() => Assert.Equal(
        "Monthly charges rose: the share above 80 went from 21 % to 34 %; Kolmogorov-Smirnov 0.180, alarms from 0.090.",
        MeasureWords.Sentence(Check.Measures[0], "rose: the share above 80 went from 21 % to 34 %", Check.Quality));

    [Fact]
    public void Sentence_OfTheQuality_TellsBothFigures() => Assert.Equal(
        "The quality fell: AUC went from 0.860 on the model's validation and test rows to 0.610 on 300 labelled requests; loss of AUC 0.250, alarms from 0.130.",
        MeasureWords.Sentence(Check.Of("quality")! with { Score = 0.25, Threshold = 0.13 }, null, Check.Quality));

    [Fact]
    public void Sentence_WhereNothingWasJudged_SaysWhy() => Assert.Equal(
        "Age was not judged: none of the window's 20 rows has a value.",
        MeasureWords.Sentence(Check.Measures[0] with { Name = "age", Verdict = DriftVerdict.NotJudged, Why = "none of the window's 20 rows has a value" }, null, Check.Quality));

    [Fact]
    public void Sentence_WithoutAThreshold_SaysThatNothingCouldAlarm() => Assert.EndsWith(
        "Kolmogorov-Smirnov 0.180, which no window of this size could make alarm.", MeasureWords.Sentence(Check.Measures[0] with { Threshold = null }, null, Check.Quality));

    [Fact]
    public void Remark_OfACertainButSmallChange_SaysFromWhereOnItMatters() => Assert.Equal(
        "The change is certain but small: 1.0 % of the rows have moved, and it matters from 2.0 % on.",
        MeasureWords.Remark(Check.Measures[0] with { Drifted = false, Verdict = DriftVerdict.TooSmall, Moved = 0.01 }));
}
