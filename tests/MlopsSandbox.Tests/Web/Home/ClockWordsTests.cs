using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

public sealed class ClockWordsTests
{
    [Theory]
    [InlineData("train", 0, "the first model is being made; traffic begins when it serves")]
    [InlineData("serve", 8, "next is day 8; 8 of 26 days served")]
    [InlineData("check", 8, "day 8 was served, and its check is under way; 9 of 26 days served")]
    [InlineData("judge", 25, "26 of 26 days served")]
    public void Where_EachPhase_NumbersDaysAsEverythingElseAndCountsThoseServed(string phase, int day, string expected) =>
        Assert.Equal(expected, ClockWords.Where(SomeStory.Of(phase, day), 26));

    [Fact]
    public void Where_Paused_SaysBeforeWhichDay() =>
        Assert.Equal("paused before day 1; 1 of 26 days served", ClockWords.Where(SomeStory.Of("serve", 1) with { Pace = new StoryPace(IsPaused: true, DaysPerSecond: null, StepDays: 0) }, 26));

    [Fact]
    public void Where_Ended_SaysThatAllDaysAreTold() => Assert.Equal("all 26 days are told", ClockWords.Where(SomeStory.Of("done", 25, RunStatus.Succeeded), 26));

    [Theory]
    [InlineData("none", true, "Nothing changed in it: what was reported was a false alarm.")]
    [InlineData("none", false, "Nothing changed in it, and nothing was reported.")]
    [InlineData("none", null, "Nothing changed in it.")]
    [InlineData("price", true, "‘price’ drift, on the scenario's own day; nobody tells the monitor.")]
    public void Truth_CallsAnAlarmFalseOnlyWhereThereWasOne(string drift, bool? hasAlarmed, string expected) =>
        Assert.Equal(expected, ClockWords.Truth(SomeStory.Of("done", 25, RunStatus.Succeeded) with { Drift = drift }, hasAlarmed));
}
