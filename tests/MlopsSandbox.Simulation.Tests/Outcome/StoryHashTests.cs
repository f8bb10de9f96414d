using MlopsSandbox.Simulation.Outcome;

namespace MlopsSandbox.Simulation.Tests.Outcome;

public class StoryHashTests
{
    [Fact]
    public void Of_OtherIdsTimesAndAttempts_IsTheSame() =>
        Assert.Equal(StoryHash.Of(new ToldStory().Evidence("1")), StoryHash.Of(new ToldStory().Evidence("0042")));

    [Fact]
    public void Of_AnotherMetric_IsAnother() =>
        Assert.NotEqual(StoryHash.Of(new ToldStory().Evidence(auc: 0.9)), StoryHash.Of(new ToldStory().Evidence(auc: 0.9000000000000001)));

    [Fact]
    public void Of_AnotherAnswer_IsAnother() =>
        Assert.NotEqual(StoryHash.Of(new ToldStory().Evidence()), StoryHash.Of(new ToldStory { After = 0.88 }.Evidence()));

    [Fact]
    public void Of_AnyStory_LooksLikeAHash() => Assert.Matches("^sha256:[0-9a-f]{64}$", StoryHash.Of(new ToldStory().Evidence()));
}
