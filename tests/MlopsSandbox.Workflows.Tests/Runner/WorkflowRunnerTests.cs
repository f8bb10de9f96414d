using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class WorkflowRunnerTests
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    [Fact]
    public void Decide_StartedTwice_ChangesNothing()
    {
        var definition = new Drawing().Line("a").Definition();
        var started = WorkflowRunner.Decide(definition, new InstanceState(), new WorkflowStarted(Nothing)).State;

        var again = WorkflowRunner.Decide(definition, started, new WorkflowStarted(Nothing));

        Assert.Same(started, again.State);
        Assert.Empty(again.Commands);
    }

    [Fact]
    public void Decide_CompletedTwice_ChangesNothingTheSecondTime()
    {
        var walk = new Drawing().Stage("a").Stage("b").Arrows("a>b").Walk().Start();
        walk.Tell(new ActivityCompleted("Workflow1:f:a#0", "Done", Nothing));
        var after = walk.State;

        walk.Tell(new ActivityCompleted("Workflow1:f:a#0", "Done", Nothing));

        Assert.Same(after, walk.State);
        Assert.Equal(2, walk.Commands.OfType<RunActivity>().Count());
    }

    [Fact]
    public void Decide_CancelRequested_CancelsEveryBookmarkAndEnds()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Stage("a").Stage("b").Arrows("fork:a>a", "fork:b>b").Walk().Start();

        walk.Tell(new CancelRequested());

        Assert.Equal(["Workflow1:f:a#0", "Workflow1:f:b#0"], walk.Commands.OfType<CancelActivity>().Select(cancel => cancel.ExecutionId));
        Assert.Equal(InstanceStatus.Cancelled, walk.State.Status);
        Assert.Empty(walk.State.Bookmarks);
    }

    [Fact]
    public void Decide_CompletedAfterCancel_ChangesNothing()
    {
        var walk = new Drawing().Stage("a").Line("b").Arrows("a>b").Walk().Start().Tell(new CancelRequested());

        walk.Tell(new ActivityCompleted("Workflow1:f:a#0", "Done", Nothing));

        Assert.Equal(InstanceStatus.Cancelled, walk.State.Status);
        Assert.Empty(walk.Lines);
    }

    [Fact]
    public void Decide_StageFaulted_FaultsAndCancelsTheOthers()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Stage("a").Stage("b").Arrows("fork:a>a", "fork:b>b").Walk().Start();

        walk.Tell(new ActivityFaulted("Workflow1:f:a#0", "the CSV has no label column"));

        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.Equal("activity 'a' (MlopsSandbox.Prep): the CSV has no label column", walk.State.Fault);
        Assert.Equal(["Workflow1:f:b#0"], walk.Commands.OfType<CancelActivity>().Select(cancel => cancel.ExecutionId));
    }

    [Fact]
    public void Advance_LoopWhoseConditionNeverChanges_FaultsAfterTheBound()
    {
        var walk = new Drawing().Line("a").Box("d", "Elsa.FlowDecision", ("condition", Drawing.Literal(true, "Boolean"))).Line("end").Arrows("a>d", "d:True>a", "d:False>end").Walk().Start();

        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.StartsWith("the walk took 10000 steps in a row without waiting for anything and was stopped before activity", walk.State.Fault, StringComparison.Ordinal);
        Assert.Equal(WorkflowRunner.MaximumBurst, walk.State.Burst);
    }

    [Fact]
    public void Advance_NothingDue_IsRefused()
    {
        var definition = new Drawing().Line("a").Definition();

        Assert.Throws<InvalidOperationException>(() => WorkflowRunner.Advance(definition, new InstanceState()));
    }

    [Fact]
    public void Decide_OutputsWithMemoryReference_AreWrittenToVariables()
    {
        var walk = new Drawing().Variable("Model", "String", "").Variable("Other", "Int32", 7)
            .Box("train", "MlopsSandbox.Train", ("trainer", Drawing.Literal("sdca")), ("result", Drawing.Output("v-Model")))
            .Box("show", "Elsa.WriteLine", ("text", Drawing.Script("getVariable('Model') + '/' + variables.Other"))).Arrows("train>show").Walk().Start();

        walk.Tell(new ActivityCompleted("Workflow1:f:train#0", "Done", new Dictionary<string, JsonElement> { ["result"] = JsonSerializer.SerializeToElement("m-1") }));

        Assert.Equal(["m-1/7"], walk.Lines);
    }

    [Fact]
    public void Advance_ExternalActivity_GetsItsSetInputsInTheirDeclaredTypes()
    {
        var walk = new Drawing().Input("scenario")
            .Box("tune", "MlopsSandbox.Tune", ("trials", Drawing.Literal("16", "Int32")), ("batch", Drawing.Script("2 + 2", "Int32")), ("trainer", Drawing.Script("getInput('nothing')")))
            .Walk().Start();

        var run = Assert.IsType<RunActivity>(Assert.Single(walk.Commands));

        Assert.Equal("tune", run.ActivityId);
        Assert.Equal(["batch=4", "trials=16"], run.Inputs.Select(input => $"{input.Key}={input.Value.GetRawText()}"));
    }

    [Fact]
    public void Advance_InputCanNotBecomeItsType_FaultsWithTheInputsName()
    {
        var walk = new Drawing().Box("tune", "MlopsSandbox.Tune", ("trials", Drawing.Script("'many'", "Int32"))).Walk().Start();

        Assert.Equal("activity 'tune' (MlopsSandbox.Tune): trials: the value is \"many\"; expected a whole number (Int32).", walk.State.Fault);
    }

    [Fact]
    public void Advance_SetVariableToATooLargeNumber_Faults()
    {
        var walk = new Drawing().Variable("N", "Int32", 1).Set("set", "N", "3e9").Walk().ToTheEnd();

        Assert.Equal("activity 'set' (Elsa.SetVariable): variable 'N': the value is 3000000000; expected a whole number (Int32).", walk.State.Fault);
    }

    [Fact]
    public void Advance_StageInputThatCannotBeRead_FaultsInsteadOfTakingADefault()
    {
        var walk = new Drawing().Box("tune", "MlopsSandbox.Tune", ("trials", Drawing.Script("'many'", "Int32"))).Walk().ToTheEnd();

        Assert.Equal("activity 'tune' (MlopsSandbox.Tune): trials: the value is \"many\"; expected a whole number (Int32).", walk.State.Fault);
    }

    [Fact]
    public void Advance_JoinInASequence_Faults()
    {
        var join = new JsonObject { ["id"] = "join", ["type"] = "Elsa.FlowJoin" };
        var walk = new Drawing().Box("steps", "Elsa.Sequence", ("activities", new JsonArray { join })).Walk().ToTheEnd();

        Assert.Equal("activity 'join' (Elsa.FlowJoin): it is not in a flowchart, so that there are no branches to merge; expected an Elsa.Flowchart around it.", walk.State.Fault);
    }

    [Fact]
    public void Advance_FinishAfterAFault_FaultsTooAndDropsWhatIsDue()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Box("fault", "Elsa.Fault").Box("finish", "Elsa.Finish").Line("never")
            .Arrows("fork:a>fault", "fork:b>finish", "finish>never").Walk().ToTheEnd();

        Assert.Equal(["fork"], walk.Completed);
        Assert.Equal("activity 'fault' (Elsa.Fault): fault 0", walk.State.Fault);
        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
    }

    [Fact]
    public void Advance_ContainerOpensAgain_ForgetsWhatScriptsMadeInIt()
    {
        var inner = new Drawing().Box("made", "Elsa.WriteLine", ("text", Drawing.Script("const was = getVariable('X'); setVariable('X', 1); 'was ' + was")));
        var walk = new Drawing().Variable("N", "Int32", 0).Inner("inner", inner).Decision("again", "setVariable('N', getVariable('N') + 1); getN() < 2")
            .Arrows("inner>again", "again:True>inner").Walk().ToTheEnd();

        Assert.Equal(["was null", "was null"], walk.Lines);
    }

    [Fact]
    public void Upstream_InASequence_IsWhatComesBefore()
    {
        var steps = new JsonArray { new JsonObject { ["id"] = "a", ["type"] = "Elsa.Start" }, new JsonObject { ["id"] = "b", ["type"] = "Elsa.Start" }, new JsonObject { ["id"] = "c", ["type"] = "Elsa.Start" } };
        var definition = new Drawing().Line("first").Box("steps", "Elsa.Sequence", ("activities", steps)).Arrows("first>steps").Walk().Definition;

        Assert.Equal(["first", "a", "b"], WorkflowRunner.Upstream(definition, "c"));
    }

    [Fact]
    public void Advance_DispatchWithoutWaiting_GoesOnAtOnce()
    {
        var walk = new Drawing().Box("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Drawing.Literal("lifecycle")),
            ("input", Drawing.Value("Object", "Object", "{\"scenario\":\"telco-churn\"}"))).Line("end").Arrows("go>end").Walk().ToTheEnd();

        var dispatch = Assert.Single(walk.Commands.OfType<DispatchWorkflow>());
        Assert.Equal(("lifecycle", false, "telco-churn"), (dispatch.DefinitionId, dispatch.WaitForCompletion, dispatch.Inputs["scenario"].GetString()));
        Assert.Equal(["end"], walk.Lines);
    }

    [Fact]
    public void Inputs_NamesInAnotherCase_AreFound()
    {
        var walk = new Drawing().Input("scenario").Box("show", "Elsa.WriteLine",
            ("text", Drawing.Value("String", "Input", JsonSerializer.SerializeToNode(new { name = "scenario" })))).Walk();

        walk.ToTheEnd(new Dictionary<string, JsonElement> { ["Scenario"] = JsonSerializer.SerializeToElement("telco-churn") });

        Assert.Equal(["telco-churn"], walk.Lines);
    }

    [Fact]
    public void Upstream_Diamond_GivesIncomingPathsNearestLast()
    {
        var definition = new Drawing().Stage("ingest").Fork("fork", "a", "b").Stage("a").Stage("b").Join("join", "WaitAll").Stage("evaluate").Stage("deploy")
            .Arrows("ingest>fork", "fork:a>a", "fork:b>b", "a>join", "b>join", "join>evaluate", "evaluate>deploy").Definition();

        Assert.Equal(["ingest", "fork", "a", "b", "join"], WorkflowRunner.Upstream(definition, "evaluate"));
        Assert.Equal([], WorkflowRunner.Upstream(definition, "ingest"));
    }

    [Fact]
    public void Upstream_UnknownActivity_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WorkflowRunner.Upstream(new Drawing().Line("a").Definition(), "b"));
}
