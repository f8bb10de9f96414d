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
        Assert.Equal(["lifecycle", "monitor"], Shipped.Definitions.Select(definition => definition.DefinitionId));
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
            Inputs(("decision", "retrain"), ("since", "2026-01-21T00:00:00Z"), ("reason", "drift in tenure"))));

        var dispatch = Assert.Single(walk.Commands.OfType<DispatchWorkflow>());
        Assert.Equal(("lifecycle", true), (dispatch.DefinitionId, dispatch.WaitForCompletion));
        Assert.Equal("reason=drift in tenure scenario=telco-churn since=2026-01-21T00:00:00Z source=labelled", Shown(dispatch.Inputs));
        Assert.Equal(InstanceStatus.Running, walk.State.Status);

        walk.Tell(new ActivityCompleted(dispatch.ExecutionId, "Done", new Dictionary<string, JsonElement>()));
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
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

    private static Dictionary<string, JsonElement> Inputs(params (string Name, string Value)[] inputs) =>
        inputs.ToDictionary(input => input.Name, input => JsonSerializer.SerializeToElement(input.Value));

    private static string Inputs(Stroll walk, string activityId) => Shown(walk.Commands.OfType<RunActivity>().Single(run => run.ActivityId == activityId).Inputs);

    private static string Shown(IReadOnlyDictionary<string, JsonElement> inputs) => string.Join(' ', inputs.Select(input => $"{input.Key}={input.Value}"));
}
