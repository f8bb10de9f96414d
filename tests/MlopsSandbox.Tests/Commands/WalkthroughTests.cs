using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Tests.Commands;

/// <summary>The main job, through the program, as a story of three quiet days; whole stories are for the end-to-end tests.</summary>
[Collection("sandbox")]
public sealed class WalkthroughTests : IDisposable
{
    private static readonly string[] Names = ["scenario", "seed", "success", "drift", "quality", "champions", "runs", "report", "hash"];
    private readonly TempFolder _folder = new();
    private readonly string _scenario;

    public WalkthroughTests() => _scenario = ShortScenario.In(_folder[""]);

    [Fact]
    public async Task Walkthrough_InterruptedAndResumed_EndsAsIfNothingHadHappened()
    {
        using CancellationTokenSource interrupt = new();
        Task<CliResult> begun = Walkthrough("interrupted", interrupt.Token);
        await SecondDayOf(_folder["interrupted"], begun);
        await interrupt.CancelAsync();

        CliResult interrupted = await begun;
        CliResult resumed = await Cli.RunAsync("resume", "--output", "json", "--home", _folder["interrupted"]);
        CliResult whole = await Walkthrough("whole", CancellationToken.None);

        Assert.Equal(ExitCodes.Interrupted, interrupted.ExitCode);
        Assert.EndsWith($"mlops: error: interrupted; go on with 'mlops resume --home {_folder["interrupted"]}'.{Environment.NewLine}", interrupted.Error, StringComparison.Ordinal);
        Assert.Equal("", interrupted.Out);
        JsonElement story = JsonDocument.Parse(whole.Out).RootElement;
        Assert.Empty(Names.Except(story.EnumerateObject().Select(property => property.Name)));
        Assert.True(story.GetProperty("success").GetBoolean());
        Assert.True(File.Exists(story.GetProperty("report").GetString()));
        Assert.Equal(ExitCodes.Succeeded, whole.ExitCode);
        Assert.Equal(ExitCodes.Succeeded, resumed.ExitCode);
        Assert.Equal(story.GetProperty("hash").GetString(), JsonDocument.Parse(resumed.Out).RootElement.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Resume_EndedStory_TellsItsEndAgain()
    {
        await Walkthrough("home", CancellationToken.None);

        CliResult result = await Cli.RunAsync("resume", "--home", _folder["home"]);

        Assert.Contains("seed 42: it ended well", result.Out, StringComparison.Ordinal);
        Assert.Contains($"mlops show lifecycle-0001 --home {_folder["home"]}", result.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Succeeded, result.ExitCode);
    }

    [Fact]
    public async Task Walkthrough_CancelledFromElsewhere_AnswersWithTheStoryAndSaysOnWhichDay()
    {
        Task<CliResult> begun = Walkthrough("home", CancellationToken.None, "--speed", "0.001");    // its second day is a quarter of an hour away
        await SecondDayOf(_folder["home"], begun);
        Assert.Equal(ExitCodes.Succeeded, (await Cli.RunAsync("stories", "cancel", "story-0001", "--home", _folder["home"])).ExitCode);

        CliResult cancelled = await begun.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ExitCodes.Failed, cancelled.ExitCode);
        JsonElement story = JsonDocument.Parse(cancelled.Out).RootElement;
        Assert.Equal(("story-0001", "cancelled", 1), (story.GetProperty("id").GetString(), story.GetProperty("status").GetString(), story.GetProperty("day").GetInt32()));
        Assert.EndsWith(
            $"mlops: error: story-0001 was cancelled before day 1, with 1 of 3 days served; expected to tell it to its end. What it has made and served is kept. Begin another with 'mlops walkthrough --home {_folder["home"]}'.{Environment.NewLine}",
            cancelled.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder["home"], "*.html", SearchOption.AllDirectories));
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliResult> Walkthrough(string home, CancellationToken cancellation, params string[] more) => Cli.RunAsync(
        new Dictionary<string, string>(), ["walkthrough", "--scenario", _scenario, "--drift", "none", "--output", "json", "--home", _folder[home], .. more], cancellation: cancellation);

    private static async Task SecondDayOf(string home, Task running)
    {
        while (!File.Exists(Path.Combine(home, "catalog.db")) && !running.IsCompleted) await Task.Yield();
        using CatalogStore catalog = CatalogStore.Open(home, TimeProvider.System);
        await Task.WhenAny(running, catalog.WaitFor(tx => tx.Stories.Latest()?.Day >= 1, CancellationToken.None));
    }
}
