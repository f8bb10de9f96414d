using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Tags and notes of runs.</summary>
[Collection("sandbox")]
public sealed class RunMarksTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_Tag_ListsThoseThatHaveIt()
    {
        await RunAsync("--tag", "baseline", "--tag", "friday");
        await RunAsync("--tag", "friday");

        Assert.Equal(["faulty-0001", "faulty-0002"], await IdsAsync("--tag", "friday"));
        Assert.Equal(["faulty-0001"], await IdsAsync("--tag", "friday", "--tag", "baseline"));
        Assert.Contains("No run has the tag monday; there are: baseline, friday.", (await CallAsync("runs", "--tag", "monday")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_Sorted_AreInTheOrderAskedForAndTheFirstOfIt()
    {
        await RunAsync();
        await RunAsync();

        Assert.Equal(["faulty-0001", "faulty-0002"], await IdsAsync());
        Assert.Equal(["faulty-0002", "faulty-0001"], await IdsAsync("--descending"));
        Assert.Equal(["faulty-0001"], await IdsAsync("--sort", "started", "--take", "1"));
        Assert.Empty(await IdsAsync("--scenario", "telco-churn"));
        Assert.Contains("No run is so; there are runs of: faulty. Ask for less.", (await CallAsync("runs", "--scenario", "telco-churn")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_AddedAndRemoved_IsShownMeanwhile()
    {
        await RunAsync();
        Assert.Contains("baseline", (await CallAsync("tag", "faulty-0001", "baseline", "baseline")).Out, StringComparison.Ordinal);
        Assert.Equal(["faulty-0001"], await IdsAsync("--tag", "baseline"));
        await CallAsync("tag", "faulty-0001", "baseline", "--remove");
        Assert.Empty(await IdsAsync("--tag", "baseline"));
        CliResult missing = await CallAsync("tag", "faulty-0001", "baseline", "--remove");
        Assert.Equal((ExitCodes.Usage, $"mlops: error: run 'faulty-0001' has no tag 'baseline'; expected one of its 0.{Environment.NewLine}"), (missing.ExitCode, missing.Error));
    }

    [Fact]
    public async Task Note_TwoNotes_AreShownInOrderWithWhoWroteThem()
    {
        await RunAsync();
        await CallAsync("note", "faulty-0001", "before the price change", "--by", "anna");
        await CallAsync("note", "faulty-0001", "and after", "--by", "bob");

        JsonElement[] notes = [.. JsonDocument.Parse((await CallAsync("show", "faulty-0001", "-o", "json")).Out).RootElement.GetProperty("notes").EnumerateArray()];
        Assert.Equal([("before the price change", "anna"), ("and after", "bob")], notes.Select(note => (note.GetProperty("text").GetString(), note.GetProperty("by").GetString())));
        Assert.Contains("before the price change (anna, ", (await CallAsync("show", "faulty-0001")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_NoWord_IsRefused() => Assert.Contains(
        "TAG is 'two words'; expected a word of at most 60 letters, digits and the signs - _ . : /, such as baseline.",
        (await CallAsync("tag", "faulty-0001", "two words")).Error, StringComparison.Ordinal);

    private Task<CliResult> RunAsync(params string[] options) => CallAsync(["run", Path.Combine(AppContext.BaseDirectory, "Definitions", "faulty.json"), "--input", "divisor=3", .. options]);

    private async Task<string[]> IdsAsync(params string[] options) =>
        [.. JsonDocument.Parse((await CallAsync(["runs", .. options, "--output", "json"])).Out).RootElement.EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, words);
}
