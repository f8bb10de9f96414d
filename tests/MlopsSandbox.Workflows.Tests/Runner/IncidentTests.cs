using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>What a fault does by each of Elsa's strategies, and how a retry takes the walk up where it stood.</summary>
public sealed class IncidentTests
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private static Drawing Diamond => new Drawing().Fork("fork", "a", "b").Stage("a").Stage("b").Join("join", "WaitAll").Line("end")
        .Arrows("fork:a>a", "fork:b>b", "a>join", "b>join", "join>end");

    [Fact]
    public void Walk_FaultStrategy_CancelsTheOtherBranchAndKeepsTheIncident()
    {
        var walk = Diamond.Walk().Start().Tell(Faulted("a"));

        Assert.Equal((InstanceStatus.Faulted, "activity 'a' (MlopsSandbox.Prep): bad rows."), (walk.State.Status, walk.State.Fault));
        Assert.Equal("bad rows.", Assert.Single(walk.State.Incidents).Message);
        Assert.Equal(new RaiseIncident("Workflow1:f:a#0", "a", "MlopsSandbox.Prep", "bad rows."), Assert.Single(walk.Commands.OfType<RaiseIncident>()));
        Assert.Equal("Workflow1:f:b#0", Assert.Single(walk.Commands.OfType<CancelActivity>()).ExecutionId);
    }

    [Fact]
    public void Walk_GoingOnWithIncidents_OtherBranchGoesOnAndTheInstanceStaysOpen()
    {
        var walk = Diamond.GoingOnWithIncidents().Walk().Start().Tell(Faulted("a")).Tell(Done("b"));

        Assert.Empty(walk.Commands.OfType<CancelActivity>());
        Assert.Equal((InstanceStatus.Running, null), (walk.State.Status, walk.State.Fault));
        Assert.Empty(walk.State.Bookmarks);
        Assert.Empty(walk.Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Retry_AfterAFault_RunsTheSameExecutionsAndEndsAsIfNothingHadHappened(bool goesOn)
    {
        var drawing = goesOn ? Diamond.GoingOnWithIncidents() : Diamond;
        var walk = drawing.Walk().Start().Tell(Faulted("a"));

        walk.Tell(new RetryRequested("a"));
        Assert.Equal(goesOn ? ["a", "b", "a"] : ["a", "b", "a", "b"], walk.Commands.OfType<RunActivity>().Select(run => run.ActivityId));
        Assert.Equal(2, walk.Commands.OfType<RunActivity>().Count(run => run.ExecutionId == "Workflow1:f:a#0"));
        walk.Tell(Done("b")).Tell(Done("a"));

        Assert.Equal(["end"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
        Assert.Equal("Workflow1:f:a#0", Assert.Single(walk.Commands.OfType<ResolveIncident>()).ExecutionId);
    }

    [Fact]
    public void Retry_FaultsAgain_CanBeRetriedAgain()
    {
        var walk = new Drawing().Stage("a").Line("end").Arrows("a>end").Walk().Start();
        for (var time = 0; time < 3; time++) walk.Tell(Faulted("a")).Tell(new RetryRequested());
        walk.Tell(Done("a"));

        Assert.Equal(["end"], walk.Lines);
        Assert.Equal(3, walk.Commands.OfType<RaiseIncident>().Count());
    }

    [Fact]
    public void Retry_StageThatWasDueWhenTheInstanceFaulted_IsBegun()
    {
        var walk = new Drawing().Fork("fork", "bad", "b").Decision("bad", "throw 'no'").Stage("b").Arrows("fork:bad>bad", "fork:b>b").Walk().Start();
        Assert.Empty(walk.Commands.OfType<RunActivity>());

        walk.Tell(new RetryRequested());

        // The decision faults again, and b is given up again: nothing was lost and nothing is doubled.
        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.Equal(["Workflow1:f:b#0"], walk.State.Withdrawn.Select(due => due.ExecutionId));
        Assert.Single(walk.State.Incidents);
    }

    [Fact]
    public void Retry_OneOfTwoIncidents_OtherFaultsTheInstanceInTheEnd()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Decision("a", "throw 'left'").Decision("b", "throw 'right'").Arrows("fork:a>a", "fork:b>b").Walk().Start();
        Assert.Equal(2, walk.State.Incidents.Count);

        walk.Tell(new RetryRequested("a"));

        Assert.Equal(["b", "a"], walk.State.Incidents.Select(incident => walk.Definition.FindNode(incident.Activity.NodeId)!.Id));
        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
    }

    [Fact]
    public void Retry_StageInALoop_SeesTheItemOfItsRound()
    {
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = "train", ["type"] = "MlopsSandbox.Train", ["trainer"] = Drawing.Script("getVariable('CurrentValue')"),
        };
        var walk = new Drawing().Box("each", "Elsa.ParallelForEach", ("items", Drawing.Script("['sdca', 'lbfgs']", "Object")), ("body", body)).Walk().Start();
        walk.Tell(new ActivityFaulted("Workflow1:f:each:train#0", "no luck.")).Tell(new RetryRequested());

        Assert.Equal(["sdca", "lbfgs", "sdca", "lbfgs"], walk.Commands.OfType<RunActivity>().Select(run => run.Inputs["trainer"].GetString()));
    }

    [Fact]
    public void Retry_NothingHasFaulted_ChangesNothing()
    {
        var walk = Diamond.Walk().Start();
        var before = walk.State;
        Assert.Same(before, walk.Tell(new RetryRequested()).State);
        walk.Tell(Faulted("a"));
        before = walk.State;
        Assert.Same(before, walk.Tell(new RetryRequested("b")).State);
    }

    [Fact]
    public void Cancel_HeldByAnIncident_EndsIt() =>
        Assert.Equal(InstanceStatus.Cancelled, Diamond.GoingOnWithIncidents().Walk().Start().Tell(Faulted("a")).Tell(new CancelRequested()).State.Status);

    [Fact]
    public void Read_UnknownStrategy_IsAnErrorAtItsPlace()
    {
        var problem = Assert.Single(new Drawing().Line("a").Option("incidentStrategyType", "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentStrategy, Elsa.Workflows.Core").Read().Problems);

        Assert.Equal("$.options.incidentStrategyType", problem.Path);
        Assert.Equal("incidentStrategyType is of the type 'ContinueWithIncidentStrategy'; expected one of "
            + "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core or Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core. "
            + "Did you mean 'ContinueWithIncidentsStrategy'?", problem.Message);
    }

    private static ActivityFaulted Faulted(string id) => new($"Workflow1:f:{id}#0", "bad rows.");

    private static ActivityCompleted Done(string id) => new($"Workflow1:f:{id}#0", "Done", Nothing);

    [Fact]
    public void State_OfAnEarlierVersion_NamesWhatHaltedByTextAndIsRead()
    {
        const string kept = """{"Scopes":[{"ExecutionId":"flow#0","NodeId":"flow","Halted":["flow:prep"]}]}""";

        var scope = Assert.Single(JsonSerializer.Deserialize<InstanceState>(kept)!.Scopes);

        Assert.Equal(new HaltedActivity("flow:prep", 0), Assert.Single(scope.Halted));
    }
}
