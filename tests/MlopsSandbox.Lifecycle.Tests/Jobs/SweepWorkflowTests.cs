using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The shipped sweep with the real stages.</summary>
public sealed class SweepWorkflowTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Sweep_ManyFits_TellsTheBestOfAllAndDeploysNothing()
    {
        TestProcess process = _home.NewProcess(stages: RealStages.Types);
        RunRequest request = TestProcess.Request(RealStages.Workflow("hyperparameter-sweep"), seed: 11);
        string run = process.Bridge.Runs.Start(request with { Inputs = new Dictionary<string, JsonElement>(request.Inputs) { ["trials"] = JsonSerializer.SerializeToElement(4) } });
        await process.Settle();

        RunRow ended = process.Show(run);
        StageExecutionRow[] fits = [.. ended.Stages.Where(stage => stage.Stage == "train" || stage.Trial is not null)];
        StageExecutionRow best = fits.MaxBy(fit => fit.Metrics["validationAuc"])!;
        Assert.Equal(RunStatus.Succeeded, ended.Status);
        Assert.Equal(4 * (1 + 4), fits.Length);
        Assert.Equal(best.Outputs["model"].Hash, ended.Stages.Single(stage => stage.ActivityId == "evaluate").Outputs["model"].Hash);
        string family = best.ActivityId.Split('-')[^1];
        string told = ended.Journal!.Single(line => line.Text is not null).Text!;
        Assert.StartsWith($"Winner of the sweep: {family} {best.Outputs["model"].Hash!.Value.Hex[..12]} (AUC ", told, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($", validation AUC {best.Metrics["validationAuc"]:0.0000})."), told, StringComparison.Ordinal);
        Assert.Empty(process.Catalog.Read(tx => tx.Models.All()));
    }
}
