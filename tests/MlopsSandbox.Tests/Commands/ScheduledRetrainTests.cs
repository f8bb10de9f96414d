using System.Text.Json;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>The shipped retrain as the shipped schedule calls it, by hand and to its end.</summary>
[Collection("sandbox")]
public sealed class ScheduledRetrainTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ByHandWithoutInputs_RetrainsAndAsksAndGoesOnWhenApproved()
    {
        CliResult run = await CallAsync("run", "scheduled-retrain");
        Assert.Equal(ExitCodes.Waiting, run.ExitCode);
        Assert.Contains("Champion: none yet", run.Out, StringComparison.Ordinal);
        Assert.Contains("mlops approve retrain-0001 approval --reason why; mlops reject retrain-0001 approval --reason why", run.Out, StringComparison.Ordinal);

        CliResult approved = await CallAsync("approve", "retrain-0001", "--reason", "good enough to begin with", "--by", "anna");
        Assert.Equal(ExitCodes.Succeeded, approved.ExitCode);
        Assert.Contains("New champion for telco-churn: ", approved.Out, StringComparison.Ordinal);

        JsonElement model = Assert.Single(JsonDocument.Parse((await CallAsync("models", "--output", "json")).Out).RootElement.EnumerateArray());
        Assert.Equal(("telco-churn", "champion"), (model.GetProperty("model").GetString(), Assert.Single(model.GetProperty("aliases").EnumerateArray()).GetString()));
        JsonElement runs = JsonDocument.Parse((await CallAsync("runs", "--output", "json")).Out).RootElement;
        Assert.Equal(["succeeded", "succeeded"], runs.EnumerateArray().Select(one => one.GetProperty("status").GetString()));
    }

    private Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = _folder["home"] }, words);
}
