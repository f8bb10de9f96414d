using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Tests.Outcome;

public class StoryVerdictTests
{
    [Fact]
    public void Of_AStoryThatEndsWell_NamesDaysWindowsAndFigures()
    {
        StoryOutcome outcome = new ToldStory { After = 0.82 }.Outcome;

        Assert.Empty(outcome.Reasons);
        Assert.True(outcome.Success);
        // Takeover on day 12; 300 labels need days 12 to 14; the last of them arrive two days later.
        Assert.Equal(new DriftTimeline("concept", 5, 6, 10, 16), outcome.Drift);
        Assert.Equal(0.9, outcome.Quality.Before!.Value, 12);
        Assert.Equal(0.6, outcome.Quality.During!.Value, 12);
        Assert.Equal(0.82, outcome.Quality.After!.Value, 12);
        Assert.Equal(0.6, outcome.Quality.WithoutRetrain!.Value, 12);
        Assert.Equal(0.22 / 0.3, outcome.Quality.Regained!.Value, 12);
        Assert.Equal((0, 4, 500), Days(outcome.Quality.Windows.Before));
        Assert.Equal((5, 11, 700), Days(outcome.Quality.Windows.During));
        // The labels of days 18 and 19 come after the story's end.
        Assert.Equal((12, 17, 600), Days(outcome.Quality.Windows.After));
        Assert.Equal((12, 14, 300), Days(outcome.Quality.Windows.Recovered));
        Assert.Equal([1, 2], outcome.Champions.Select(model => model.Version));
        Assert.Equal(["contract"], outcome.Named);
    }

    [Fact]
    public void Of_TooLittleRegained_SaysHowMuch()
    {
        StoryOutcome outcome = new ToldStory { After = 0.8 }.Outcome;
        Assert.Null(outcome.Drift.RecoveredDay);
        Assert.Equal(["Quality did not recover: at best 0.67 of the loss was regained in a window of at least 300 labels; 0.70 was expected."], outcome.Reasons);
    }

    [Fact]
    public void Of_ATakeoverTooLateForLabels_SaysSo()
    {
        StoryOutcome outcome = new ToldStory { TakeoverDay = 16 }.Outcome;
        Assert.Equal(["Fewer than 300 labels arrived after the takeover on day 16, too few to tell whether quality recovered."], outcome.Reasons);
    }

    [Theory]
    [InlineData(null, "contract", "The drift of day 5 (contract) was not found.")]
    [InlineData(3, "contract", "False alarm on day 3, before the drift of day 5.")]
    [InlineData(6, "price", "The monitor named price first; what changed was contract.")]
    public void Of_AWrongDetection_SaysWhatWasWrong(int? alarmDay, string named, string reason)
    {
        StoryOutcome outcome = new ToldStory { AlarmDay = alarmDay, Named = named }.Outcome;
        Assert.False(outcome.Success);
        Assert.Equal([reason], outcome.Reasons);
    }

    [Theory]
    [InlineData(InjectedDrift.Concept, true)]   // an exchange between categories of equal shares moves no distribution: only the relation to the label
    [InlineData(InjectedDrift.All, true)]
    [InlineData(InjectedDrift.Price, false)]    // a price rise moves the price, whoever pays it
    [InlineData(InjectedDrift.Segment, false)]
    public void Of_AnAlarmOfQualityAlone_IsRightWhereARelationChanged(InjectedDrift drift, bool isRight)
    {
        StoryOutcome outcome = new ToldStory { Drift = drift, Named = "quality" }.Outcome;
        Assert.Equal(isRight, outcome.Success);
        Assert.Equal(!isRight, outcome.Reasons.Any(reason => reason.StartsWith("The monitor named quality first", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_ChallengersThatAllLost_SaysSo()
    {
        StoryOutcome outcome = new ToldStory { TakeoverDay = null }.Outcome;
        Assert.Equal(["No retrained model took over: each challenger was rejected, or won too late to serve."], outcome.Reasons);
        Assert.Null(outcome.Cost);
        Assert.Equal((5, 17, 1300), Days(outcome.Quality.Windows.During));
    }

    [Theory]
    [InlineData(InjectedDrift.Price, "price")]
    [InlineData(InjectedDrift.Segment, "region")]
    public void Of_AHarmlessDrift_AsksForNoRetrain(InjectedDrift drift, string named)
    {
        StoryOutcome outcome = new ToldStory { Drift = drift, Named = named, During = 0.86, TakeoverDay = null, WasRetrained = false }.Outcome;
        Assert.Empty(outcome.Reasons);
    }

    [Fact]
    public void Of_APriceRiseThatCostsQuality_AsksForARetrain()
    {
        // 0.84 on 1,300 labels against 0.90 on 500: both over 0.05 and, at three standard errors, no chance.
        StoryOutcome outcome = new ToldStory { Drift = InjectedDrift.Price, Named = "price", During = 0.84, TakeoverDay = null, WasRetrained = false }.Outcome;
        Assert.Equal(["Nothing was retrained."], outcome.Reasons);
    }

    [Fact]
    public void Of_AQuietStory_IsWellWithoutAlarm()
    {
        StoryOutcome outcome = new ToldStory { Drift = InjectedDrift.None, AlarmDay = null, TakeoverDay = null, WasRetrained = false }.Outcome;
        Assert.Empty(outcome.Reasons);
        Assert.Equal(new DriftTimeline("none", null, null, null, null), outcome.Drift);
        Assert.Equal((0, 17, 1800), Days(outcome.Quality.Windows.Before));
    }

    [Fact]
    public void Of_AFalseAlarm_NamesItAndItsRetrain()
    {
        StoryOutcome outcome = new ToldStory { Drift = InjectedDrift.None, TakeoverDay = null }.Outcome;
        Assert.Equal(["False alarm on day 6: contract. Nothing had changed.", "Retrain lifecycle-1b was started on day 10, though nothing had changed."], outcome.Reasons);
    }

    private static (int, int, int) Days(QualityWindow? window) => (window!.FromDay, window.ToDay, window.Rows);
}
