using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class ShippedWorkflowsTests
{
    private static readonly DefinitionFolder Shipped = DefinitionFolder.Read("workflows", Stages.Types);

    [Fact]
    public void Shipped_EveryDefinition_IsWalkableWithoutAWarning()
    {
        Assert.Empty(Shipped.Problems);
        Assert.Equal(["hyperparameter-sweep", "lifecycle", "monitor", "retrain", "scheduled-retrain"], Shipped.Definitions.Select(definition => definition.DefinitionId));
    }

    [Fact]
    public void Shipped_EveryActivity_HasAPlaceOfItsOwnInTheDrawing()
    {
        foreach (var definition in Shipped.Definitions)
        {
            var positions = definition.Root.Activities.Select(activity => activity.Json.GetProperty("metadata").GetProperty("designer").GetProperty("position"))
                .Select(position => (position.GetProperty("x").GetInt32(), position.GetProperty("y").GetInt32())).ToArray();
            Assert.Equal(positions.Length, positions.Distinct().Count());
        }
    }

    [Fact]
    public void Lifecycle_Accepted_TrainsEveryFamilyThenTunesEvaluatesAndDeploys()
    {
        var walk = new Stroll(Shipped.Find("lifecycle")!).Leaving("evaluate", "Accepted").ToTheEnd(Inputs(("scenario", "telco-churn")));

        Assert.Equal(["ingest", "prep", "fork", "train-sdca", "train-lbfgs", "train-fasttree", "train-lightgbm", "join", "tune", "evaluate", "deploy"], walk.Completed);
        Assert.Equal("scenario=telco-churn source=history", Inputs(walk, "ingest"));
        Assert.Equal("batch=4 trials=16", Inputs(walk, "tune"));
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Lifecycle_FourTrainers_StartBeforeAnyHasEnded()
    {
        var walk = new Stroll(Shipped.Find("lifecycle")!).Start(Inputs(("scenario", "telco-churn")));
        foreach (var stage in new[] { "ingest", "prep" })
            walk.Tell(new ActivityCompleted($"Workflow1:flowchart:{stage}#0", "Done", new Dictionary<string, JsonElement>()));

        Assert.Equal(["train-sdca", "train-lbfgs", "train-fasttree", "train-lightgbm"], walk.State.Bookmarks.Select(bookmark => bookmark.NodeId.Split(':')[^1]));
    }

    [Fact]
    public void Lifecycle_Rejected_SaysSoAndDeploysNothing()
    {
        var walk = new Stroll(Shipped.Find("lifecycle")!).Leaving("evaluate", "Rejected").ToTheEnd(Inputs(("scenario", "telco-churn")));

        Assert.Equal(["The candidate for telco-churn was rejected: nothing is deployed, what serves now goes on serving."], walk.Lines);
        Assert.DoesNotContain("deploy", walk.Completed);
    }

    [Fact]
    public void Monitor_DecisionIsRetrain_DispatchesTheLifecycleAndWaits()
    {
        var walk = new Stroll(Shipped.Find("monitor")!).Start(Inputs(("scenario", "telco-churn")));
        walk.Tell(new ActivityCompleted("Workflow1:flowchart:monitor#0", "Done",
            Inputs(("decision", "retrain"), ("since", "2026-01-21T00:00:00Z"), ("source", "labelled"), ("halfLifeDays", ""), ("reason", "drift in tenure"))));

        var dispatch = Assert.Single(walk.Commands.OfType<DispatchWorkflow>());
        Assert.Equal(("lifecycle", true), (dispatch.DefinitionId, dispatch.WaitForCompletion));
        Assert.Equal("halfLifeDays= reason=drift in tenure scenario=telco-churn since=2026-01-21T00:00:00Z source=labelled", Shown(dispatch.Inputs));
        Assert.Equal(InstanceStatus.Running, walk.State.Status);

        walk.Tell(new ActivityCompleted(dispatch.ExecutionId, "Done", new Dictionary<string, JsonElement>()));
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Monitor_PolicyWantsApproval_DispatchesTheWorkflowThatAsks()
    {
        var walk = new Stroll(Shipped.Find("monitor")!).Start(Inputs(("scenario", "telco-churn")));
        walk.Tell(new ActivityCompleted("Workflow1:flowchart:monitor#0", "Done",
            new Dictionary<string, JsonElement>(Inputs(("decision", "retrain"), ("source", "all"))) { ["approval"] = JsonSerializer.SerializeToElement(true) }));

        Assert.Equal("retrain", Assert.Single(walk.Commands.OfType<DispatchWorkflow>()).DefinitionId);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("wait")]
    public void Monitor_DecisionIsNotRetrain_EndsWithoutDispatching(string decision)
    {
        var walk = new Stroll(Shipped.Find("monitor")!).Leaving("monitor", "Done", Inputs(("decision", decision))).ToTheEnd(Inputs(("scenario", "telco-churn")));

        Assert.Equal(["monitor", "retrain-due", "no-retrain"], walk.Completed);
        Assert.Empty(walk.Commands.OfType<DispatchWorkflow>());
    }

    [Theory]
    [InlineData("", "history")]
    [InlineData("2026-01-21T00:00:00Z", "labelled")]
    public void Retrain_SinceIsGiven_TakesLabelledRequests(string since, string source)
    {
        var walk = new Stroll(Shipped.Find("retrain")!).Start(Inputs(("scenario", "telco-churn"), ("since", since)));

        Assert.Equal($"scenario=telco-churn since={since} source={source}", Inputs(walk, "ingest"));
    }

    [Fact]
    public void Retrain_Approved_MeasuresOnceMoreThenDeploys()
    {
        var walk = Retrain().Leaving("evaluate", "Accepted", Measured).Leaving("approval", "Approved").Leaving("still-better", "Accepted", Measured)
            .ToTheEnd(Inputs(("scenario", "telco-churn"), ("reason", "tenure has drifted")));

        Assert.Equal(["evaluate", "needs-approval", "approval", "still-better", "deploy", "deployed"], walk.Completed.SkipWhile(id => id != "evaluate"));
        var asked = Assert.Single(walk.Commands.OfType<AskApproval>());
        Assert.Equal("Replace the old one by the new one?", asked.Title);
        Assert.Equal("Challenger: the new one (AUC 0.9)\nChampion: the old one (AUC 0.8)\nWhy now: tenure has drifted", asked.Message);
        Assert.Equal(["New champion for telco-churn: the new one (AUC 0.9)."], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Retrain_ApprovedButOvertakenMeanwhile_DeploysNothing()
    {
        var walk = Retrain().Leaving("evaluate", "Accepted", Measured).Leaving("approval", "Approved").Leaving("still-better", "Rejected", Inputs(("reason", "auc is 0.8.")))
            .ToTheEnd(Inputs(("scenario", "telco-churn")));

        Assert.Equal(["The challenger for telco-churn was approved, and overtaken before: auc is 0.8. Nothing is changed."], walk.Lines);
        Assert.DoesNotContain("deploy", walk.Completed);
    }

    [Fact]
    public void Retrain_Rejected_SaysByWhomAndWhy()
    {
        var walk = Retrain().Leaving("evaluate", "Accepted", Measured).Leaving("approval", "Rejected", Inputs(("by", "bob"), ("reason", "too few labels")))
            .ToTheEnd(Inputs(("scenario", "telco-churn")));

        Assert.Equal(["The challenger for telco-churn was rejected by bob: too few labels. Nothing is changed."], walk.Lines);
        Assert.DoesNotContain("deploy", walk.Completed);
    }

    [Fact]
    public void Retrain_NotGoodEnough_AsksNobody()
    {
        var walk = Retrain().Leaving("evaluate", "Rejected", Inputs(("reason", "auc is 0.8."))).ToTheEnd(Inputs(("scenario", "telco-churn")));

        Assert.Equal(["The challenger for telco-churn is not good enough: auc is 0.8. Nothing is changed."], walk.Lines);
        Assert.Empty(walk.Commands.OfType<AskApproval>());
        Assert.DoesNotContain("deploy", walk.Completed);
    }

    [Fact]
    public void Retrain_ApprovalIsAutomatic_DeploysWithoutAsking()
    {
        var walk = Retrain().Leaving("evaluate", "Accepted", Measured).ToTheEnd(Inputs(("scenario", "telco-churn"), ("approval", "automatic")));

        Assert.Equal(["evaluate", "needs-approval", "deploy", "deployed"], walk.Completed.SkipWhile(id => id != "evaluate"));
        Assert.Empty(walk.Commands.OfType<AskApproval>());
    }

    [Theory]
    [InlineData(null, 8)]
    [InlineData(40, 40)]
    public void Sweep_FourFamilies_AreTunedSideBySide(int? given, int trials)
    {
        Dictionary<string, JsonElement> inputs = Inputs(("scenario", "telco-churn"));
        if (given is not null) inputs["trials"] = JsonSerializer.SerializeToElement(given);
        var walk = new Stroll(Shipped.Find("hyperparameter-sweep")!).Start(inputs);
        foreach (var stage in new[] { "ingest", "prep", "train-sdca", "train-lbfgs", "train-fasttree", "train-lightgbm" })
            walk.Tell(new ActivityCompleted($"Workflow1:flowchart:{stage}#0", "Done", new Dictionary<string, JsonElement>()));

        Assert.Equal(["tune-sdca", "tune-lbfgs", "tune-fasttree", "tune-lightgbm"], walk.State.Bookmarks.Select(bookmark => bookmark.NodeId.Split(':')[^1]));
        Assert.Equal($"batch=4 trainer=lightgbm trials={trials}", Inputs(walk, "tune-lightgbm"));
    }

    [Fact]
    public void ScheduledRetrain_ByItsTriggerOrByHand_DispatchesRetrainAtOnceAndWaits()
    {
        foreach (var trigger in new[] { null, new StartTrigger("cron") })
        {
            var walk = new Stroll(Shipped.Find("scheduled-retrain")!).Tell(new WorkflowStarted(new Dictionary<string, JsonElement>()) { Trigger = trigger });

            var dispatch = Assert.Single(walk.Commands.OfType<DispatchWorkflow>());
            Assert.Equal(("retrain", true, "telco-churn"), (dispatch.DefinitionId, dispatch.WaitForCompletion, dispatch.Inputs["scenario"].GetString()));
            Assert.Equal([trigger is null ? "start" : "cron"], walk.Completed);
        }
    }

    private static readonly Dictionary<string, JsonElement> Measured = Inputs(("candidate", "the new one (AUC 0.9)"), ("champion", "the old one (AUC 0.8)"), ("reason", ""));

    private static Stroll Retrain() => new(Shipped.Find("retrain")!);

    private static Dictionary<string, JsonElement> Inputs(params (string Name, string Value)[] inputs) =>
        inputs.ToDictionary(input => input.Name, input => JsonSerializer.SerializeToElement(input.Value));

    private static string Inputs(Stroll walk, string activityId) => Shown(walk.Commands.OfType<RunActivity>().Single(run => run.ActivityId == activityId).Inputs);

    private static string Shown(IReadOnlyDictionary<string, JsonElement> inputs) => string.Join(' ', inputs.Select(input => $"{input.Key}={input.Value}"));
}
