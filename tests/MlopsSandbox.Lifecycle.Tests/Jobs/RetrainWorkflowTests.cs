using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The shipped retrain with the real stages, against a champion that was fitted when there were fewer rows.</summary>
public sealed class RetrainWorkflowTests : IDisposable
{
    private const int Seed = 42;
    private static readonly ApprovalDecision Yes = new(IsApproved: true, "anna", "better in every segment"), No = new(IsApproved: false, "bob", "too few labels");
    private readonly TemporaryFolder _earlier = new();
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public RetrainWorkflowTests() => _process = _home.NewProcess(stages: RealStages.Types);

    public void Dispose()
    {
        _home.Dispose();
        _earlier.Dispose();
    }

    [Fact]
    public async Task Retrain_ChallengerIsBetterAndApproved_BecomesTheChampionAndIsNotBeatenByItself()
    {
        await DeployOnFewRows();
        string run = await Retrain();

        RunRow waiting = _process.Show(run);
        Assert.Equal(RunStatus.Waiting, waiting.Status);
        StageExecutionRow measured = waiting.Stages.Single(stage => stage.ActivityId == "evaluate");
        ApprovalRow asked = Assert.Single(waiting.Approvals!);
        Assert.Matches("^Replace telco-churn version 1 by [a-z]+ [0-9a-f]{12}\\?$", asked.Title);
        Assert.Matches(FormattableString.Invariant($"^Challenger: [a-z]+ [0-9a-f]{{12}} .*AUC {measured.Metrics["aucOnSharedRows"]:0.0000} and "), asked.Message);
        Assert.Contains(FormattableString.Invariant($"\nChampion: telco-churn version 1 (fasttree {Champion.Sha256.Hex[..12]}, AUC {measured.Metrics["championAuc"]:0.0000} and "), asked.Message, StringComparison.Ordinal);

        await Decide(run, Yes);
        Assert.Equal((2, measured.Outputs["model"].Hash), (Champion.Version, Champion.Sha256));
        Assert.Equal(Champion.Sha256, _process.Catalog.Read(tx => tx.Deployments.At("telco-churn", TestProcess.Start))!.Model);

        string again = await Retrain();
        Assert.Equal(RunStatus.Succeeded, _process.Show(again).Status);
        Assert.Empty(_process.Show(again).Approvals!);
        Assert.StartsWith("The challenger for telco-churn is not good enough: auc is ", LastLine(again), StringComparison.Ordinal);
        Assert.Equal(2, Champion.Version);
    }

    [Fact]
    public async Task Retrain_Rejected_LeavesTheChampion()
    {
        await DeployOnFewRows();
        string run = await Retrain();
        await Decide(run, No);

        Assert.Equal("The challenger for telco-churn was rejected by bob: too few labels. Nothing is changed.", LastLine(run));
        Assert.Equal((1, RunStatus.Succeeded), (Assert.Single(Models).Version, _process.Show(run).Status));
    }

    [Fact]    // what keeps policies from piling up trainings that nobody has decided on
    public async Task Retrain_WaitsForApproval_IsUnfinishedForItsEndpointUntilDecided()
    {
        string run = await Retrain();
        CatalogView view = new(_process.Catalog);

        Assert.Equal((run, null, null), (view.UnfinishedTraining("telco-churn", "monitor-0001"), view.UnfinishedTraining("telco-churn", run), view.UnfinishedTraining("other", "monitor-0001")));
        await Decide(run, No);
        Assert.Null(view.UnfinishedTraining("telco-churn", "monitor-0001"));
    }

    [Fact]
    public async Task Retrain_AnotherBecameChampionWhileItWaited_IsNotDeployedUponALateApproval()
    {
        string first = await Retrain(), second = await Retrain();
        Assert.EndsWith("\nChampion: none yet", Assert.Single(_process.Show(second).Approvals!).Message, StringComparison.Ordinal);
        await Decide(first, Yes);
        await Decide(second, Yes);

        Assert.StartsWith("The challenger for telco-churn was approved, and overtaken before: auc is ", LastLine(second), StringComparison.Ordinal);
        Assert.Equal(first, Assert.Single(Models).RunId);
    }

    private IReadOnlyList<ModelVersion> Models => _process.Catalog.Read(tx => tx.Models.All("telco-churn"));

    private ModelVersion Champion => Models.Single(model => model.Aliases.Contains("champion"));

    private string LastLine(string run) => _process.Show(run).Journal!.Last(line => line.Text is not null).Text!;

    private Task<string> DeployOnFewRows()
    {
        string earlier = Directory.CreateDirectory(Path.Combine(_earlier.Path, "telco-churn")).FullName;
        foreach (string file in Directory.EnumerateFiles(Shipped.Telco)) File.Copy(file, Path.Combine(earlier, Path.GetFileName(file)));
        string data = Path.Combine(earlier, "telco-churn.csv");
        File.WriteAllLines(data, [.. File.ReadLines(data).Take(1 + 1500)]);
        Flow plain = new Flow("plain")
            .Box("ingest", "MlopsSandbox.Ingest", ("scenario", Text(earlier)))
            .Box("train", "MlopsSandbox.Train", ("trainer", Text("fasttree")))
            .Box("deploy", "MlopsSandbox.Deploy")
            .Arrows("ingest>train", "train>deploy");
        return Run(_process.Request(plain, Seed) with { Inputs = new Dictionary<string, JsonElement>() });
    }

    private Task<string> Retrain()
    {
        RunRequest request = TestProcess.Request(RealStages.Workflow("retrain"), Seed);
        return Run(request with { Inputs = new Dictionary<string, JsonElement> { ["scenario"] = JsonSerializer.SerializeToElement("telco-churn") } });
    }

    private async Task<string> Run(RunRequest request)
    {
        string run = _process.Bridge.Runs.Start(request);
        await _process.Settle();
        return run;
    }

    private Task Decide(string run, ApprovalDecision decision)
    {
        _process.Bridge.Control.Decide(run, "approval", decision);
        return _process.Settle();
    }

    private static JsonObject Text(string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
