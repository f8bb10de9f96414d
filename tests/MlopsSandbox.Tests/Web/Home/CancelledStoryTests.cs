using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Stories;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

/// <summary>How pages tell of a story that was cancelled.</summary>
public sealed class CancelledStoryTests
{
    [Theory]
    [InlineData("train", 0, 26, "before its first day, while its first model was made")]
    [InlineData("serve", 3, 26, "before day 3, with 3 of 26 days served")]
    [InlineData("check", 3, null, "on day 3, with 4 days served")]
    [InlineData("judge", 25, 26, "after its last day, before it was judged")]
    public void When_EachPhase_SaysOnWhichDay(string phase, int day, int? days, string expected) => Assert.Equal(expected, CancelledStory.When(Story(phase, day), days));

    [Fact]
    public void Guide_ACancelledStory_EndsWithItsCancellation()
    {
        GuideStep last = new GuideSteps(Stages.All().Activities).Of(SomeStory.View(Story("serve", 3)))[^1];
        Assert.Equal(("It was cancelled", "cancelled"), (last.Title, last.Status));
        Assert.StartsWith("Somebody ended the story before day 3, with 3 days served: ", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_AStoryThatIsTold_HasNoEnd() => Assert.Empty(new GuideSteps(Stages.All().Activities).Of(SomeStory.View(Story("train", 0) with { Status = RunStatus.Running })));

    [Fact]
    public void NextSteps_ACancelledStory_OffersAnotherAndNeitherDriftNorItsReport() =>
        Assert.Equal(["walkthrough", "--drift", "none"], Assert.Single(NextSteps.Of(SomeStory.View(Story("serve", 3)))).Command);

    private static StoryRow Story(string phase, int day) => SomeStory.Of(phase, day, RunStatus.Cancelled);
}
