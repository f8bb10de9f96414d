using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

[Collection("sandbox")]
public sealed class RetryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Retry_FailsAgain_ShowTellsOfBothIncidents()
    {
        CliResult run = await CallAsync("run", Path.Combine(AppContext.BaseDirectory, "Definitions", "faulty.json"), "--input", "divisor=0");
        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.Contains("'check' failed; try again by: mlops retry faulty-0001", run.Out, StringComparison.Ordinal);

        CliResult retried = await CallAsync("retry", "faulty-0001");
        Assert.Equal(ExitCodes.Failed, retried.ExitCode);
        JsonElement[] incidents = [.. JsonDocument.Parse((await CallAsync("show", "faulty-0001", "--output", "json")).Out).RootElement.GetProperty("incidents").EnumerateArray()];
        Assert.Equal(["check", "check"], incidents.Select(incident => incident.GetProperty("activityId").GetString()));
        Assert.Equal([JsonValueKind.String, JsonValueKind.Null], incidents.Select(incident => incident.GetProperty("resolvedAt").ValueKind));
        Assert.Contains("the divisor is 0", (await CallAsync("show", "faulty-0001")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_NothingFailed_IsRefused()
    {
        await CallAsync("run", Path.Combine(AppContext.BaseDirectory, "Definitions", "faulty.json"), "--input", "divisor=3");
        CliResult retried = await CallAsync("retry", "faulty-0001");

        Assert.Equal(ExitCodes.Failed, retried.ExitCode);
        Assert.Equal($"mlops: error: run 'faulty-0001' has no activity that failed and was not retried; expected one. See 'mlops runs'.{Environment.NewLine}", retried.Error);
    }

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, words);
}
