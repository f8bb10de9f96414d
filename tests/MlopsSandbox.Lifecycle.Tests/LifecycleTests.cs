using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;

namespace MlopsSandbox.Lifecycle.Tests;

/// <summary>All stages together on real data.</summary>
public sealed class LifecycleTests
{
    [Theory]    // scikit-learn 1.2.1 on 8 random divisions of the same size: 0.830 ± 0.017 (logistic regression), 0.918 ± 0.034 (boosted trees); bounds at 3.5 of these
    [InlineData("telco-churn", 0.77, 0.89)]
    [InlineData("phone-churn", 0.80, 1.0)]
    public void Lifecycle_RealData_DeploysAGoodModel(string name, double low, double high)
    {
        Scenario scenario = ScenarioFile.Read(name == "telco-churn" ? Shipped.Telco : Shipped.Phone);
        using StageWalk walk = new(scenario);

        Dictionary<string, StageCompleted> made = walk.RunLifecycle();

        Assert.Equal("Accepted", made["evaluate"].Outcome);
        Assert.InRange(made["evaluate"].Metrics["auc"], low, high);
        double bestUntuned = Trainers.Names.Max(trainer => made[$"train-{trainer}"].Metrics["validationAuc"]);
        Assert.True(made["tune"].Metrics["validationAuc"] >= bestUntuned);
        Assert.Equal(0, made["tune"].Metrics["trials"] % 4);
        ModelDeployed deployed = Assert.IsType<ModelDeployed>(Assert.Single(made["deploy"].Effects));
        Assert.Equal((scenario.Name, "champion", StageWalk.Start), (deployed.Model, deployed.Alias, deployed.EffectiveAt));
        Assert.Equal(made["evaluate"].Outputs["model"].Hash, deployed.Package);
        Assert.Equal(made["evaluate"].Metrics, deployed.Metrics);
        AssertUnseen(walk, made);
    }

    [Fact]
    public void Lifecycle_SameSeedTwice_GivesTheSameHashesAndFigures()
    {
        using TemporaryFolder folder = new();
        Scenario scenario = Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(1500)));
        using StageWalk one = new(scenario, seed: 5), two = new(scenario, seed: 5);

        Dictionary<string, StageCompleted> first = one.RunLifecycle(), second = two.RunLifecycle();

        Assert.Equal(Facts(first), Facts(second));
    }

    [Fact]
    public void Lifecycle_EachStage_MakesTheOutputsThatItDeclares()
    {
        using TemporaryFolder folder = new();
        using StageWalk walk = new(Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(1000))));
        Dictionary<string, StageCompleted> made = walk.RunLifecycle();

        IStage[] stages = [new IngestStage(), new Lifecycle.Prep.PrepStage(), new TrainStage(), new TuneStage(), new EvaluateStage(), new DeployStage()];
        foreach ((IStage stage, string activity) in stages.Zip((string[])["ingest", "prep", "train-sdca", "tune", "evaluate", "deploy"]))
        {
            Assert.Equal(stage.Descriptor.Outputs.Select(output => output.Name).Order(), made[activity].Outputs.Keys.Order());
            Assert.Contains(made[activity].Outcome, stage.Descriptor.Outcomes!);
            Assert.Equal("String", stage.Descriptor.Outputs.Single(output => output.Name == "result").TypeName);
            Assert.StartsWith("sha256:", made[activity].Outputs["result"].Value!.Value.GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]    // the challenger learns from captured requests, is measured on rows that neither model has seen, and serves a day later
    public void Lifecycle_RetrainOnLabelledRequests_BeatsAnOutdatedChampion()
    {
        using TemporaryFolder folder = new();
        Table table = SyntheticRows.Of(3000);
        Scenario scenario = Small.In(folder, SyntheticRows.Csv(table));
        using StageWalk walk = new(scenario);
        Dictionary<string, StageCompleted> made = walk.RunLifecycle();
        ContentHash champion = made["deploy"].Outputs["model"].Hash!.Value;
        CatalogInMemory catalog = new() { Champion = new ModelVersion("small", 1, champion, ["champion"], "approved", made["deploy"].Metrics, "lifecycle-0001", StageWalk.Start, null) };
        catalog.Captured.AddRange(LabelledRowsTests.Requests(RowDivision.Of(1, scenario, table).Reserve, Exchanged(table)));
        using StageWalk retrain = new(scenario) { Catalog = catalog, At = StageWalk.Start.AddDays(5) };
        retrain.Artifacts.Put(walk.Artifacts.Get(champion));

        Dictionary<string, StageCompleted> retrained = retrain.RunLifecycle(new { source = "labelled", since = "2026-01-01T00:00:00Z" });

        Assert.Equal("Accepted", retrained["evaluate"].Outcome);
        Assert.InRange(retrained["evaluate"].Metrics["auc"] - retrained["evaluate"].Metrics["championAuc"], 0.1, 0.9);
        Assert.Equal(StageWalk.Start.AddDays(6), ((ModelDeployed)retrained["deploy"].Effects[0]).EffectiveAt);
        int[] test = DatasetParquet.Read(retrain.Artifact(retrained["ingest"], "dataset")).Part(Split.Test).RowIds;
        Assert.Empty(test.Intersect(ModelPackage.Load(walk.Artifacts.Get(champion)).FitRowIds));
        AssertUnseen(retrain, retrained);
    }

    [Fact]    // as in a definition without prep and tune
    public void Lifecycle_WithoutPrepAndEvaluate_AppliesTheDefaultRecipeAndDeploysTheBest()
    {
        using TemporaryFolder folder = new();
        Scenario scenario = Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(1000)));
        using StageWalk walk = new(scenario), whole = new(scenario);
        walk.Run(new IngestStage(), "ingest");
        StageCompleted[] fits = [.. ((string[])["sdca", "lbfgs"]).Select(trainer => walk.Run(new TrainStage(), $"train-{trainer}", new { trainer }))];

        StageCompleted deployed = walk.Run(new DeployStage(), "deploy");

        Assert.Equal(fits.MaxBy(fit => fit.Metrics["validationAuc"])!.Outputs["model"].Hash, deployed.Outputs["model"].Hash);
        whole.Run(new IngestStage(), "ingest");
        whole.Run(new Lifecycle.Prep.PrepStage(), "prep");
        Assert.Equal(fits[1].Outputs["model"].Hash, whole.Run(new TrainStage(), "train-lbfgs", new { trainer = "lbfgs" }).Outputs["model"].Hash);
    }

    [Fact]
    public void Deploy_AnyModel_KeepsABaselineOfItsDataset()
    {
        using TemporaryFolder folder = new();
        using StageWalk walk = new(Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(1000))));
        Dataset dataset = DatasetParquet.Read(walk.Artifact(walk.Run(new IngestStage(), "ingest"), "dataset"));
        walk.Run(new TrainStage(), "train", new { trainer = "lbfgs" });

        Baseline baseline = BaselineJson.Read(walk.Artifact(walk.Run(new DeployStage(), "deploy"), "baseline"));

        Assert.Equal(["age", "plan"], baseline.Features.Select(feature => feature.Name));
        Assert.Equal(dataset.Part(Split.Validation, Split.Test).Count, baseline.HeldOutScores.Length);
        Assert.Equal((dataset.Rows.Count, dataset.Part(Split.Validation, Split.Test).Count), (baseline.Rows!.Rows.Count, baseline.Rows.HeldOut));
    }

    [Fact]
    public void Candidates_Ties_GoToTheFirstActivityId()
    {
        using TemporaryFolder folder = new();
        using StageWalk walk = new(Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(1000))));
        walk.Run(new IngestStage(), "ingest");
        StageContext context = walk.ContextOf("evaluate");
        Dictionary<string, double> same = new() { ["validationAuc"] = 0.8 };
        StageOutput Model(string content) => new(OutputKinds.Model, ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(content)));

        Candidate? best = Candidate.BestBefore(context with
        {
            Upstream = [new("b", "train", "model", Model("b"), same), new("a", "train", "model", Model("a"), same), new("c", "train", "model", Model("c"), new Dictionary<string, double> { ["validationAuc"] = 0.7 })],
        });

        Assert.Equal("a", best!.ActivityId);
    }

    [Fact]
    public void Evaluate_NoModelBefore_SaysWhatIsMissing()
    {
        using StageWalk walk = new(Small.At("/data"));

        Assert.Equal(
            "activity 'gate': no activity on its incoming paths fitted a model; expected one at least. Put MlopsSandbox.Train before it in the workflow.",
            Assert.Throws<StageException>(() => walk.Run(new EvaluateStage(), "gate")).Message);
    }

    [Fact]
    public void Evaluate_ChampionOfOtherFeatures_SaysWhich()
    {
        using TemporaryFolder folder = new();
        Scenario scenario = Small.In(folder, SyntheticRows.Csv(SyntheticRows.Of(1000)));
        using StageWalk walk = new(scenario), narrower = new(scenario with { Features = [scenario.Features[1]] });
        walk.Run(new IngestStage(), "ingest");
        ContentHash champion = walk.Run(new TrainStage(), "train", new { trainer = "lbfgs" }).Outputs["model"].Hash!.Value;
        narrower.Artifacts.Put(walk.Artifacts.Get(champion));
        narrower.Catalog.Champion = new ModelVersion("small", 3, champion, ["champion"], "approved", new Dictionary<string, double>(), "lifecycle-0001", StageWalk.Start, null);
        narrower.Run(new IngestStage(), "ingest");
        narrower.Run(new TrainStage(), "train", new { trainer = "lbfgs" });

        Assert.StartsWith(
            "The champion of 'small' (version 3) takes age (numeric), which scenario 'small' does not have;",
            Assert.Throws<StageException>(() => narrower.Run(new EvaluateStage(), "evaluate")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "activity 'tune': trials is 0; expected a whole number from 1 to 1000. Correct \"trials\" of the activity.")]
    [InlineData("many", "activity 'tune': trials is many; expected a whole number from 1 to 1000. Correct \"trials\" of the activity.")]
    public void Tune_BadTrials_IsRefused(object trials, string message)
    {
        using StageWalk walk = new(Small.At("/data"));

        Assert.Equal(message, Assert.Throws<StageException>(() => walk.Run(new TuneStage(), "tune", new { trials })).Message);
    }

    // No source row is both in the fit and in the evaluation of any model of the run.
    private static void AssertUnseen(StageWalk walk, Dictionary<string, StageCompleted> made)
    {
        Dataset dataset = DatasetParquet.Read(walk.Artifact(made["ingest"], "dataset"));
        int[] heldOut = dataset.Part(Split.Validation, Split.Test).RowIds;
        foreach (UpstreamOutput model in walk.Upstream.Where(upstream => upstream.Output.Kind == OutputKinds.Model))
            Assert.Empty(ModelPackage.Load(walk.Artifacts.Get(model.Output.Hash!.Value)).FitRowIds.Intersect(heldOut));
    }

    private static List<string> Facts(Dictionary<string, StageCompleted> made) =>
    [
        .. made.SelectMany(stage => stage.Value.Outputs.Select(output => $"{stage.Key} {output.Key} {output.Value.Hash} {output.Value.Value}")
            .Concat(stage.Value.Metrics.Select(metric => FormattableString.Invariant($"{stage.Key} {metric.Key} {metric.Value:R}")))),
    ];

    // The two plans exchange their meaning: the best reachable quality stays as it was.
    private static Table Exchanged(Table table) => new(
        table.RowIds,
        [table["age"], new CategoricalColumn("plan", [.. ((CategoricalColumn)table["plan"]).Values.Select(plan => plan switch { "basic" => "gold", "gold" => "basic", _ => null })])],
        table.Labels);
}
