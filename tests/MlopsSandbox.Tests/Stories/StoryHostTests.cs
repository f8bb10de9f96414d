using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Tests.Stories;

/// <summary>Who drives stories that nobody tells in a terminal.</summary>
[Collection("sandbox")]
public sealed class StoryHostTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_StoriesOfADeadProcess_TakesThemUpAndOneThatFailsHarmsNoOther()
    {
        string broken = ShortScenario.In(_folder["broken"]), sound = ShortScenario.In(_folder["sound"]);
        foreach (string scenario in new[] { broken, sound }) Assert.Equal("", (await BeginAsync(scenario)).Error);
        Directory.Delete(broken, recursive: true);
        List<string> warnings = [];
        await using Sandbox sandbox = Sandbox.Open(Places.Of(_folder["home"], null, null, _ => null), _ => null);

        await using (StoryHost host = new(sandbox, warnings.Add))
            await sandbox.Catalog.WaitFor(tx => tx.Stories.Find("story-0001")!.Error is not null && tx.Stories.DriverOf("story-0002") is not null, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        StoryRow failed = sandbox.Catalog.Read(tx => tx.Stories.Find("story-0001"))!;
        Assert.Contains(broken, failed.Error, StringComparison.Ordinal);
        Assert.Equal([$"story-0001 is not told on: {failed.Error}"], warnings);
        Assert.Equal((RunStatus.Running, "train"), (failed.Status, failed.Phase));
        Assert.Null(sandbox.Catalog.Read(tx => tx.Stories.DriverOf("story-0002")));    // left to whoever serves next
        Assert.Contains("It is not told on: ", (await CallAsync("stories", "pause", "story-0001")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_ByTheProgram_AreListedAndPaced()
    {
        Assert.Contains("No story was begun here yet.", (await CallAsync("stories")).Out, StringComparison.Ordinal);
        CliResult begun = await BeginAsync(ShortScenario.In(_folder["scenarios"]));
        Assert.Contains("story-0001: telco-churn, seed 42, drift none, model telco-churn-0001.", begun.Out, StringComparison.Ordinal);
        Assert.Contains("running, train, day 0, 0 of 3 days served, paused.", begun.Out, StringComparison.Ordinal);
        Assert.Contains("mlops serve", begun.Out, StringComparison.Ordinal);

        Assert.Contains("stepping 2 more", (await CallAsync("stories", "step", "story-0001", "--days", "2")).Out, StringComparison.Ordinal);
        Assert.Contains("paused (0.5 days a second)", (await CallAsync("stories", "pause", "story-0001")).Out + (await CallAsync("stories", "speed", "story-0001", "0.5")).Out, StringComparison.Ordinal);
        Assert.Contains("day 0, 0 of 3 days served, full speed.", (await CallAsync("stories", "speed", "story-0001", "full")).Out + (await CallAsync("stories", "play", "story-0001")).Out, StringComparison.Ordinal);
        Assert.Contains("drift price from day 2 on", (await CallAsync("stories", "inject", "story-0001", "price", "--day", "2")).Out, StringComparison.Ordinal);
        Assert.Contains("\"day\": 2", (await CallAsync("stories", "-o", "json")).Out, StringComparison.Ordinal);
        Assert.Contains("\"byDay\": []", (await CallAsync("stories", "show", "story-0001", "-o", "json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_AStoryThatIsCancelled_ForgetsItWithoutAWord()
    {
        Assert.Equal("", (await BeginAsync(ShortScenario.In(_folder["scenarios"]))).Error);
        List<string> warnings = [];
        await using Sandbox sandbox = Sandbox.Open(Places.Of(_folder["home"], null, null, _ => null), _ => null);
        await using StoryHost host = new(sandbox, warnings.Add);
        await sandbox.Catalog.WaitFor(tx => tx.Stories.DriverOf("story-0001") is not null, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        CliResult cancelled = await CallAsync("stories", "cancel", "story-0001");

        Assert.Equal((0, ""), (cancelled.ExitCode, cancelled.Error));
        Assert.Contains("cancelled, train, 0 of 3 days served, paused.", cancelled.Out, StringComparison.Ordinal);
        await sandbox.Catalog.WaitFor(tx => tx.Stories.DriverOf("story-0001") is null, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        StoryRow story = sandbox.Catalog.Read(tx => tx.Stories.Find("story-0001"))!;
        Assert.Equal((RunStatus.Cancelled, null), (story.Status, story.Error));
        Assert.Equal(RunStatus.Cancelled, Assert.Single(sandbox.Catalog.Read(tx => tx.Runs.OfStory("story-0001"))).Status);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Cancel_AStoryThatHasEnded_IsRefusedAndItIsTold()
    {
        await BeginAsync(ShortScenario.In(_folder["scenarios"]));
        CliResult first = await CallAsync("stories", "cancel", "story-0001", "-o", "json"), second = await CallAsync("stories", "cancel", "story-0001");

        System.Text.Json.JsonElement told = System.Text.Json.JsonDocument.Parse(first.Out).RootElement;
        Assert.Equal(("cancelled", "train"), (told.GetProperty("status").GetString(), told.GetProperty("phase").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.String, told.GetProperty("endedAt").ValueKind);
        Assert.Equal(1, second.ExitCode);
        Assert.Equal($"mlops: error: story-0001 has ended (cancelled); expected one that is still told. Begin another.{Environment.NewLine}", second.Error);
        CliResult resumed = await CallAsync("resume");
        Assert.Equal(1, resumed.ExitCode);
        Assert.StartsWith("mlops: error: story-0001 was cancelled before its first day, while its first model was made; ", resumed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel story-1", "there is no story 'story-1'; expected one of its 1.")]
    [InlineData("speed story-0001 fast", "SPEED is 'fast'; expected simulated days a second, such as 2, or full.")]
    [InlineData("step story-0001 --days 0", "days is 0; expected 1 to 400 simulated days, such as 1.")]
    [InlineData("inject story-0001 prize", "kind is 'prize'; expected one of: none, price, segment, concept, all, real. Did you mean 'price'?")]
    [InlineData("play story-1", "there is no story 'story-1'; expected one of its 1.")]
    public async Task Stories_Wrong_SaysWhatToDo(string words, string problem)
    {
        await BeginAsync(ShortScenario.In(_folder["scenarios"]));
        CliResult refused = await CallAsync(["stories", .. words.Split(' ')]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(problem, refused.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> BeginAsync(string scenario) => CallAsync("stories", "begin", "--scenario", scenario, "--drift", "none", "--paused");

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, words);
}
