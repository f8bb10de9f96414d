using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>Expected walks follow from Elsa's rules by hand: queue of due boxes, visits of arrows, joins.</summary>
public sealed class FlowchartTests
{
    [Fact]
    public void Walk_DiamondWithoutJoin_RunsTheLastBoxOnceAfterBothWays()
    {
        var walk = new Drawing().Fork("fork", "l", "r").Line("l1").Line("l2").Line("r1").Line("end")
            .Arrows("fork:l>l1", "l1>l2", "fork:r>r1", "l2>end", "r1>end").Walk().ToTheEnd();

        Assert.Equal(["l1", "r1", "l2", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_DecisionPassesOneWayOver_LaterBoxRunsAfterTheOther()
    {
        var walk = new Drawing().Decision("d", "1 < 2").Line("yes").Line("no").Line("end")
            .Arrows("d:True>yes", "d:False>no", "yes>end", "no>end").Walk().ToTheEnd();

        Assert.Equal(["yes", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_BranchOfThousandsOfBoxesPassedOver_RunsTheBoxBehindIt()
    {
        const int length = 4_000;
        var drawing = new Drawing().Decision("d", "1 < 2").Line("yes").Line("end");
        for (var box = 0; box < length; box++) drawing.Line($"no{box}");
        string[] dead = [.. Enumerable.Range(1, length - 1).Select(box => $"no{box - 1}>no{box}")];

        var walk = drawing.Arrows(["d:True>yes", "d:False>no0", .. dead, $"no{length - 1}>end", "yes>end"]).Walk();
        var small = new Thread(() => walk.ToTheEnd(), maxStackSize: 256 << 10);
        small.Start();
        small.Join();

        Assert.Equal(["yes", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_WaitAnyJoin_RunsOnceAndCancelsTheWaitingBranch()
    {
        var walk = new Drawing().Fork("fork", "slow", "fast").Stage("slow").Line("fast").Join("join", "WaitAny").Line("end")
            .Arrows("fork:slow>slow", "fork:fast>fast", "slow>join", "fast>join", "join>end").Walk().Start();

        Assert.Equal(["fast", "end"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
        Assert.Equal(["Workflow1:f:slow#0"], walk.Commands.OfType<CancelActivity>().Select(cancel => cancel.ExecutionId));
        Assert.Contains(walk.State.Journal, entry => entry is { ActivityId: "slow", Outcome: null });
    }

    [Fact]
    public void Walk_JoinWithoutMode_WaitsForAnyAsElsaDoes()
    {
        var walk = new Drawing().Fork("fork", "slow", "fast").Stage("slow").Line("fast").Box("join", "Elsa.FlowJoin").Line("end")
            .Arrows("fork:slow>slow", "fork:fast>fast", "slow>join", "fast>join", "join>end").Walk().Start();

        Assert.Equal(["fast", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_WaitAllJoin_WaitsForTheLastStage()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Stage("a").Stage("b").Join("join", "WaitAll").Line("end")
            .Arrows("fork:a>a", "fork:b>b", "a>join", "b>join", "join>end").Walk().Start();
        Assert.Equal(["Workflow1:f:a#0", "Workflow1:f:b#0"], walk.Commands.OfType<RunActivity>().Select(run => run.ExecutionId));

        walk.Tell(Done("Workflow1:f:b#0"));
        Assert.Empty(walk.Lines);
        walk.Tell(Done("Workflow1:f:a#0"));
        Assert.Equal(["end"], walk.Lines);
    }

    [Fact]
    public void Walk_LoopWithStage_CountsVisitsInExecutionIds()
    {
        var walk = new Drawing().Variable("N", "Int32", 0).Stage("work").Set("count", "N", "getN() + 1").Decision("again", "getN() < 3").Line("end")
            .Arrows("work>count", "count>again", "again:True>work", "again:False>end").Walk().ToTheEnd();

        Assert.Equal(["Workflow1:f:work#0", "Workflow1:f:work#1", "Workflow1:f:work#2"], walk.Commands.OfType<RunActivity>().Select(run => run.ExecutionId));
        Assert.Equal([0, 1, 2], walk.Commands.OfType<RunActivity>().Select(run => run.Visit));
        Assert.Equal(["end"], walk.Lines);
    }

    [Fact]
    public void Walk_ForkAndJoinInsideALoop_JoinsEachTimeRound()
    {
        var walk = new Drawing().Variable("N", "Int32", 0).Set("count", "N", "getN() + 1").Fork("fork", "l", "r").Line("l").Line("r").Join("join", "WaitAll")
            .Decision("again", "getN() < 2").Line("end")
            .Arrows("count>fork", "fork:l>l", "fork:r>r", "l>join", "r>join", "join>again", "again:True>count", "again:False>end").Walk().ToTheEnd();

        Assert.Equal(["l", "r", "l", "r", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_LoopEnteredInTwoPlaces_FaultsWhereItLeadsBack()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Line("a").Line("b").Decision("d", "true").Line("end")
            .Arrows("fork:a>a", "fork:b>b", "a>d", "b>d", "d:True>a", "d:False>end").Walk().ToTheEnd();

        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.StartsWith("activity 'd' (Elsa.FlowDecision): the connection d:True->a:In leads back to 'a'", walk.State.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_EndInOneBranch_CancelsWhatWaitsAndFinishes()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Stage("a").Line("b").Box("stop", "Elsa.End").Line("never")
            .Arrows("fork:a>a", "fork:b>b", "b>stop", "a>never").Walk().Start();

        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
        Assert.Equal(["b"], walk.Lines);
        Assert.Single(walk.Commands.OfType<CancelActivity>());
    }

    [Fact]
    public void Walk_Finish_EndsAtOnceAlthoughOthersAreDue()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Box("stop", "Elsa.Finish").Line("b").Arrows("fork:a>stop", "fork:b>b").Walk().ToTheEnd();

        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
        Assert.Empty(walk.Lines);
    }

    [Fact]
    public void Walk_Fault_LetsDueBranchesRunOutAsElsaDoesButStartsNoStage()
    {
        var walk = new Drawing().Fork("fork", "a", "b", "c").Box("boom", "Elsa.Fault", ("message", Drawing.Literal("no data"))).Line("b1").Line("b2").Stage("c")
            .Arrows("fork:a>boom", "fork:b>b1", "b1>b2", "fork:c>c").Walk().ToTheEnd();

        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.Equal("activity 'boom' (Elsa.Fault): no data", walk.State.Fault);
        Assert.Equal(["b1", "b2"], walk.Lines);
        Assert.Empty(walk.Commands.OfType<RunActivity>());
    }

    [Fact]
    public void Walk_FaultWhileAStageWaitsInAFlowchart_ThatFlowchartNeverEndsWell()
    {
        var inner = new Drawing().Fork("split", "x", "y").Stage("x").Line("y1").Line("y2").Line("y3").Arrows("split:x>x", "split:y>y1", "y1>y2", "y2>y3");
        var walk = new Drawing().Fork("fork", "a", "b").Inner("inner", inner).Line("after").Line("b").Box("boom", "Elsa.Fault")
            .Arrows("fork:a>inner", "inner>after", "fork:b>b", "b>boom").Walk().Start();

        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.Equal(["b", "y1", "y2", "y3"], walk.Lines);
    }

    [Fact]
    public void Walk_StageReachedAfterAFault_ItsFlowchartNeverEndsWell()
    {
        var inner = new Drawing().Fork("split", "x", "y").Stage("x").Line("y1").Arrows("split:x>x", "split:y>y1");
        var walk = new Drawing().Fork("fork", "a", "b").Inner("inner", inner).Line("after").Box("boom", "Elsa.Fault")
            .Arrows("fork:a>inner", "inner>after", "fork:b>boom").Walk().Start();

        Assert.Equal(["y1"], walk.Lines);
    }

    [Fact]
    public void Walk_JoinDueInAFlowchartThatHasEnded_StillCancelsWhatLeadsToIt()
    {
        var rest = new Drawing().Line("never");
        var walk = new Drawing().Fork("fork", "a", "b").Box("stop", "Elsa.End").Inner("rest", rest).Join("join", "WaitAny")
            .Arrows("fork:a>stop", "fork:b>rest", "fork:a>join", "rest>join").Walk().Start();

        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
        Assert.Empty(walk.Lines);
    }

    [Fact]
    public void Walk_StartActivity_IsPreferredToTheFirstWithoutArrows()
    {
        var walk = new Drawing().Line("first").Box("start", "Elsa.Start").Line("second").Arrows("start>second").Walk().ToTheEnd();

        Assert.Equal(["start", "second"], walk.Completed);
    }

    [Fact]
    public void Walk_SwitchMatchFirst_FollowsOnlyTheFirstCaseThatHolds()
    {
        var walk = Switch("2 > 1", "true").Walk().ToTheEnd();

        Assert.Equal(["one"], walk.Lines);
    }

    [Fact]
    public void Walk_SwitchWithoutMatch_LeavesByDefault()
    {
        var walk = Switch("1 > 2", "false").Walk().ToTheEnd();

        Assert.Equal(["other"], walk.Lines);
    }

    [Fact]
    public void Walk_FlowchartInside_RunsToItsEndBeforeTheNextBox()
    {
        var inner = new Drawing().Fork("split", "x", "y").Line("x").Stage("y").Arrows("split:x>x", "split:y>y");
        var walk = new Drawing().Line("before").Inner("inner", inner).Line("after").Arrows("before>inner", "inner>after").Walk().Start();
        Assert.Equal(["before", "x"], walk.Lines);

        walk.Tell(Done("Workflow1:f:inner:y#0"));

        Assert.Equal(["before", "x", "after"], walk.Lines);
        Assert.Equal(["before", "split", "x", "y", "inner", "after"], walk.Completed);
    }

    [Fact]
    public void Walk_EmptyFlowchart_Finishes() => Assert.Equal(InstanceStatus.Finished, new Drawing().Walk().ToTheEnd().State.Status);

    [Fact]
    public void Walk_ArrowWithoutPort_IsFollowedByABoxThatJustEnds()
    {
        var text = new Drawing().Line("a").Line("b").Arrows("a>b").Text().Replace("\"port\":\"Done\"", "\"port\":null", StringComparison.Ordinal);
        var walk = new Stroll(Workflows.Definitions.DefinitionReader.Read(text, "drawn.json", Stages.Types).Definition!).ToTheEnd();

        Assert.Equal(["a", "b"], walk.Lines);
    }

    [Fact]
    public void Walk_ConnectionsInElsasOlderForm_AreFollowed()
    {
        var text = new Drawing().Line("a").Line("b").Text().Replace("\"connections\":[]",
            "\"connections\":[{\"source\":\"a\",\"target\":\"b\",\"sourcePort\":\"Done\",\"targetPort\":\"In\"}]", StringComparison.Ordinal);
        var walk = new Stroll(Workflows.Definitions.DefinitionReader.Read(text, "drawn.json", Stages.Types).Definition!).ToTheEnd();

        Assert.Equal(["a", "b"], walk.Lines);
    }

    private static Drawing Switch(string first, string second)
    {
        var cases = System.Text.Json.Nodes.JsonNode.Parse(
            $$$"""[{"label":"A","condition":{"type":"JavaScript","value":"{{{first}}}"}},{"label":"B","condition":{"type":"JavaScript","value":"{{{second}}}"}}]""");
        return new Drawing().Box("switch", "Elsa.FlowSwitch", ("cases", cases)).Line("one").Line("two").Line("other")
            .Arrows("switch:A>one", "switch:B>two", "switch:Default>other");
    }

    private static ActivityCompleted Done(string executionId) => new(executionId, "Done", new Dictionary<string, System.Text.Json.JsonElement>());
}
