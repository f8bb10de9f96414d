using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>A run that asks, and the commands that answer.</summary>
[Collection("sandbox")]
public sealed class ApprovalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ReachesAnApproval_ExitsWaitingWithTheCommandsToPaste()
    {
        CliResult run = await CallAsync("run", Definition);

        Assert.Equal(ExitCodes.Waiting, run.ExitCode);
        Assert.Contains("ok  asks: Release it?", run.Out, StringComparison.Ordinal);
        Assert.Contains("mlops approve release-0001 ok --reason why; mlops reject release-0001 ok --reason why", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve", "approved", "it is out")]
    [InlineData("reject", "rejected", "it stays in")]
    public async Task Decide_RunWaits_WalksOnAndShowKeepsWhoAndWhy(string command, string status, string line)
    {
        await CallAsync("run", Definition);
        CliResult decided = await CallAsync(command, "release-0001", "--reason", "tried in staging", "--by", "anna");

        Assert.Equal(ExitCodes.Succeeded, decided.ExitCode);
        Assert.Contains(line, decided.Out, StringComparison.Ordinal);
        JsonElement run = JsonDocument.Parse((await CallAsync("show", "release-0001", "--output", "json")).Out).RootElement;
        Assert.Equal("succeeded", run.GetProperty("status").GetString());
        JsonElement approval = Assert.Single(run.GetProperty("approvals").EnumerateArray());
        Assert.Equal((status, "anna", "tried in staging"), (approval.GetProperty("status").GetString(), approval.GetProperty("by").GetString(), approval.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Decide_SecondTime_SaysWhatWasDecided()
    {
        await CallAsync("run", Definition);
        await CallAsync("approve", "release-0001", "--reason", "fine", "--by", "anna");
        CliResult again = await CallAsync("reject", "release-0001", "ok", "--reason", "no", "--by", "bob");

        Assert.Equal(ExitCodes.Failed, again.ExitCode);
        Assert.StartsWith("mlops: error: run 'release-0001': 'ok' was approved by anna at ", again.Error, StringComparison.Ordinal);
    }

    private static string Definition => Path.Combine(AppContext.BaseDirectory, "Definitions", "approval.json");

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, words);
}
