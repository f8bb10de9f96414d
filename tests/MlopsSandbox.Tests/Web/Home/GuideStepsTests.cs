using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

/// <summary>How the guide tells of what is, and of what was.</summary>
public sealed class GuideStepsTests
{
    [Fact]
    public void Of_AnAlarmThatNothingHasAnswered_ToldAsIfNow()
    {
        HomeView view = View(Decision(4, "wait"));

        Assert.False(Step(view, "Drift is found on day 4").IsPast);
        Assert.Equal((false, null), (Step(view, "The policy waits").IsPast, Step(view, "The policy waits").Word));
    }

    [Fact]
    public void Of_WhatWasAnswered_IsRemembered()
    {
        HomeView view = View(Decision(4, "wait"), Decision(5, "retrain"));
        view = view with { Progress = view.Progress! with { Champions = [.. view.Progress.Champions, new StoryChampion(6, 2, "lifecycle-0002")] } };

        Assert.Equal((true, "found"), (Step(view, "Drift is found on day 4").IsPast, Step(view, "Drift is found on day 4").Word));
        Assert.Equal((true, "waited"), (Step(view, "The policy waits").IsPast, Step(view, "The policy waits").Word));
    }

    [Fact]
    public void Of_Traffic_CountsDaysAndNumbersThemFromZero() =>
        Assert.StartsWith("2 of 10 days served, the newest is day 1: 200 requests answered", Step(View() with { Progress = Progress([Day(0), Day(1)]) }, "Traffic").Result, StringComparison.Ordinal);

    private static GuideStep Step(HomeView view, string title) => new GuideSteps(Stages.All().Activities).Of(view).Single(step => step.Title == title);

    private static HomeView View(params StoryDecision[] decisions) => SomeStory.View(SomeStory.Of("serve", 5, RunStatus.Running)) with { Progress = Progress([Day(3), Day(4, "monthly_charges")], decisions) };

    private static StoryProgress Progress(IReadOnlyList<StoryDay> days, params StoryDecision[] decisions) => new()
    {
        Days = 10, Start = DateTimeOffset.UnixEpoch, Drift = new DriftTimeline("price", 3, 4, null, null), Metric = "auc", ByDay = days, Series = [], Decisions = decisions,
        Champions = [new StoryChampion(0, 1, "lifecycle-0001")],
    };

    private static StoryDecision Decision(int day, string choice) => new(day, choice, "labels", null, null);

    private static StoryDay Day(int day, params string[] alarmed) =>
        new() { FromDay = day, Day = day, Requests = 100, Labels = 0, Version = 1, Check = new StoryCheck($"report-{day}", 0.4, alarmed) };
}
