using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>A run that waits for a time, an event and a task, and the commands by which it goes on.</summary>
[Collection("sandbox")]
public sealed class WaitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ThatWaits_WaitsForTimesAndGoesOnByPublishAndTasks()
    {
        CliResult run = await CallAsync("run", Definition);
        Assert.Equal(ExitCodes.Waiting, run.ExitCode);
        Assert.Contains("later", run.Out, StringComparison.Ordinal);
        Assert.Contains("waits-0001 waits in 'arrived' for event 'data-arrived'; publish it by: mlops publish data-arrived --run waits-0001", run.Out, StringComparison.Ordinal);

        CliResult published = await CallAsync("publish", "data-arrived", "--payload", """{"rows":5}""", "--output", "json");
        Assert.Equal(ExitCodes.Waiting, published.ExitCode);
        JsonElement woken = Assert.Single(JsonDocument.Parse(published.Out).RootElement.GetProperty("runs").EnumerateArray());
        JsonElement wait = Assert.Single(woken.GetProperty("waits").EnumerateArray());
        Assert.Equal(("label", "task", "label-samples"), (wait.GetProperty("activityId").GetString(), wait.GetProperty("kind").GetString(), wait.GetProperty("name").GetString()));

        JsonElement task = Assert.Single(JsonDocument.Parse((await CallAsync("tasks", "--output", "json")).Out).RootElement.EnumerateArray());
        Assert.Equal(("waits-0001", 5), (task.GetProperty("runId").GetString(), task.GetProperty("payload").GetProperty("rows").GetInt32()));
        CliResult done = await CallAsync("tasks", "complete", "waits-0001", "label", "--result", """{"rows":3}""");
        Assert.Equal(ExitCodes.Succeeded, done.ExitCode);
        Assert.Contains("labelled 3 of 5", done.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_NobodyWaits_SaysForWhatRunsWait()
    {
        await CallAsync("run", Definition);
        CliResult published = await CallAsync("publish", "data-arived");
        Assert.Equal(ExitCodes.Succeeded, published.ExitCode);
        Assert.Contains("Nobody waits for event 'data-arived'", published.Out, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'data-arrived'?", string.Join(' ', published.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        CliResult toOne = await CallAsync("publish", "data-arived", "--run", "waits-0001");
        Assert.Equal(ExitCodes.Failed, toOne.ExitCode);
        Assert.Equal($"mlops: error: run 'waits-0001' does not wait for event 'data-arived'; expected one that it waits for: data-arrived. Did you mean 'data-arrived'?{Environment.NewLine}", toOne.Error);
    }

    [Fact]
    public async Task Publish_PayloadThatIsNoJson_IsWrongUsage()
    {
        CliResult published = await CallAsync("publish", "data-arrived", "--payload", "{rows");
        Assert.Equal(ExitCodes.Usage, published.ExitCode);
        Assert.StartsWith("mlops: error: --payload is '{rows'; expected JSON, such as ", published.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    private static string Definition => Path.Combine(AppContext.BaseDirectory, "Definitions", "waits.json");

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, words);
}
