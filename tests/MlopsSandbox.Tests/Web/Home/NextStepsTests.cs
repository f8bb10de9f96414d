using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Tests.Web.Runs;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

public sealed class NextStepsTests
{
    private static readonly HomeView View = SomeStory.View(SomeStory.Of("serve", 1));
    private static readonly ModelVersion Champion = new("small-0003", 1, ContentHash.Of([1]), ["champion"], "approved", new Dictionary<string, double>(), "lifecycle-0001", DateTimeOffset.UnixEpoch, Baseline: null);

    [Fact]
    public void Of_AServingModel_AsksItWithARealRow()
    {
        CapturedRequest request = new(7, 7, DateTimeOffset.UnixEpoch, new Dictionary<string, JsonElement> { ["tenure"] = JsonElement.Parse("12.5"), ["contract"] = JsonElement.Parse("\"One year\"") }, 0.3, 1, null, DateTimeOffset.UnixEpoch);

        NextStep ask = Step(View with { Champion = Champion, Sample = request }, "Ask the champion");

        Assert.Equal(["predict", "--model", "small-0003", "--set", "tenure=12.5", "--set", "contract=One year"], ask.Command);
        Assert.Equal("/models/small-0003/1", ask.Address);
        Assert.Null(Step(View with { Champion = Champion }, "Ask the champion").Command);
    }

    [Fact]
    public void Of_AStoryThatWasTold_LeadsToItsOwnReport() =>
        Assert.Equal("/reports/story-0003", Step(SomeStory.View(SomeStory.Of("done", 25, RunStatus.Succeeded) with { Outcome = JsonElement.Parse("{}") }), "Read the story").Address);

    [Fact]
    public void Of_ARunThatWaitsForSomethingElse_AsksForNoApproval()
    {
        RunRow waiting = SomeRun.Run() with { Status = RunStatus.Waiting };

        Assert.DoesNotContain(NextSteps.Of(View with { Trainings = [waiting] }), step => step.Text.Contains("approval", StringComparison.Ordinal));
        Assert.Equal(["approve", "lifecycle-0001", "--reason", "looks right"], Step(View with { Trainings = [waiting], Asking = [waiting] }, "lifecycle-0001 waits").Command);
    }

    private static NextStep Step(HomeView view, string begin) => NextSteps.Of(view).Single(step => step.Text.StartsWith(begin, StringComparison.Ordinal));
}
