using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Checks that somebody asks for, on a home with a day's requests that drifted.</summary>
[Collection("sandbox")]
public sealed class MonitorByHandTests(WatchedHome home) : IClassFixture<WatchedHome>
{
    [Fact] // 300 requests, each five minutes after the one before, the first at the begin of 2026
    public async Task Run_Monitor_ChecksAtTheNewestTimeOfTheEndpoint()
    {
        CliResult run = await home.CallAsync("run", "monitor", "--input", "scenario=telco-churn", "--output", "json");

        Assert.Equal(ExitCodes.Succeeded, run.ExitCode);
        JsonElement shown = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(5 * 299), shown.GetProperty("simulatedAt").GetDateTime());
        Assert.True(shown.GetProperty("stages")[0].GetProperty("metrics").GetProperty("driftedMeasures").GetDouble() > 0, run.Out);
    }

    [Fact]
    public async Task Run_MonitorAtATime_ChecksThen()
    {
        CliResult run = await home.CallAsync("run", "monitor", "--input", "scenario=telco-churn", "--at", "2026-01-01T12:00:00Z", "--output", "json");

        Assert.Equal(144, JsonDocument.Parse(run.Out).RootElement.GetProperty("stages")[0].GetProperty("metrics").GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Run_MonitorBeforeTheDeployment_SaysThatNothingServesThen()
    {
        CliResult run = await home.CallAsync("run", "monitor", "--input", "scenario=telco-churn", "--at", "2025-12-31");

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.Contains("Endpoint 'telco-churn' serves no model at 2025-12-31 00:00 (simulated time).", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MonitorOfAnEndpointThatIsNone_NamesThoseThatServe()
    {
        CliResult run = await home.CallAsync("run", "monitor", "--input", "scenario=telco-churn", "--input", "endpoint=telco-churn-0009");

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.Contains("Endpoints with a model: telco-churn; name one with the input 'endpoint'.", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AtNoTime_IsRefused()
    {
        CliResult run = await home.CallAsync("run", "monitor", "--at", "yesterday");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("--at is 'yesterday'; expected a simulated time, such as 2026-01-20 or 2026-01-20T06:00:00Z.", run.Error, StringComparison.Ordinal);
    }
}
