using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Stories;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

/// <summary>How pages tell of a story that was cancelled.</summary>
public sealed class CancelledStoryTests
{
    [Theory]
    [InlineData("train", 0, 26, "before its first day, while its first model was made")]
    [InlineData("serve", 3, 26, "on day 4 of 26")]
    [InlineData("check", 3, null, "on day 4")]
    [InlineData("judge", 25, 26, "after its last day, before it was judged")]
    public void When_EachPhase_SaysOnWhichDay(string phase, int day, int? days, string expected) => Assert.Equal(expected, CancelledStory.When(Story(phase, day), days));

    [Fact]
    public void Guide_ACancelledStory_EndsWithItsCancellation()
    {
        GuideStep last = new GuideSteps(Stages.All().Activities).Of(View(Story("serve", 3)))[^1];
        Assert.Equal(("It was cancelled", "cancelled"), (last.Title, last.Status));
        Assert.StartsWith("Somebody ended the story on day 4: ", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_AStoryThatIsTold_HasNoEnd() => Assert.Empty(new GuideSteps(Stages.All().Activities).Of(View(Story("train", 0) with { Status = RunStatus.Running })));

    [Fact]
    public void NextSteps_ACancelledStory_OffersAnotherAndNeitherDriftNorItsReport() =>
        Assert.Equal(["walkthrough", "--drift", "none"], Assert.Single(NextSteps.Of(View(Story("serve", 3)))).Command);

    private static HomeView View(StoryRow story) => new() { Story = story, Progress = null, Outcome = null, Trainings = [], Check = null, Alerts = [], Champion = null };

    private static StoryRow Story(string phase, int day) => new()
    {
        Id = "story-0003", Scenario = "small", ScenarioFolder = "/small", ModelName = "small-0003", Seed = 1, Drift = "none", Status = RunStatus.Cancelled, Day = day, Phase = phase,
        SimulatedAt = StoryCalendar.Invented.StartOf(day), StartedAt = DateTimeOffset.UnixEpoch, EndedAt = DateTimeOffset.UnixEpoch,
    };
}
