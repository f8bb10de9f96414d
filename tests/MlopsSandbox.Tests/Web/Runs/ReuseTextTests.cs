using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class ReuseTextTests
{
    [Fact]
    public void Of_EachReason_SaysWhyItWorkedOrDidNotNeedTo()
    {
        var stage = SomeRun.Stage("prep", ended: 1);
        var run = SomeRun.Run();

        Assert.StartsWith("Cached: an execution in lifecycle-0003 ", ReuseText.Of(run, stage with { CachedFrom = "lifecycle-0003" }, canReuse: true));
        Assert.StartsWith("Worked: what it reads or changes is outside", ReuseText.Of(run, stage, canReuse: false));
        Assert.Contains("--no-cache", ReuseText.Of(run with { Reuses = false }, stage, canReuse: true));
        Assert.Contains("runs of a story", ReuseText.Of(run with { Reuses = false, StoryId = "s" }, stage, canReuse: true));
        Assert.Contains("repeats lifecycle-0001 from here", ReuseText.Of(run with { RerunOf = "lifecycle-0001", RerunFrom = "prep" }, stage, canReuse: true));
        Assert.Contains("no earlier execution", ReuseText.Of(run, stage, canReuse: true));
    }
}
