using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

/// <summary>Expected walks follow from Elsa's rules for tokens by hand; those that Elsa can't end itself say so.</summary>
public sealed class TokenFlowTests
{
    [Fact]
    public void Walk_StreamWithAWayUnderWay_RunsOnceAfterBoth()
    {
        var walk = TwoWays("Stream").Walk().Start();
        Assert.Equal(["fast"], walk.Lines);

        walk.Tell(Done("slow"));

        Assert.Equal(["fast", "t", "end"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("None")]
    [InlineData("stream")]
    public void Walk_DecisionWithBothWaysToOneBox_RunsItByTheWayThatIsTaken(string? mode)
    {
        var walk = new Drawing().Tokens().Decision("d", "true").Line("yes").Line("no").Line("t").Merge("t", mode)
            .Arrows("d:True>yes", "d:False>no", "yes>t", "no>t").Walk().ToTheEnd();

        Assert.Equal(["yes", "t"], walk.Lines);
    }

    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public void Walk_MergeWithAllWaysTaken_WaitsForTheLast(string mode)
    {
        var walk = TwoWays(mode).Walk().Start();
        Assert.Equal(["fast"], walk.Lines);

        walk.Tell(Done("slow"));

        Assert.Equal(["fast", "t", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_MergeWithAWayThatLeadsBack_DoesntWaitForThatOne()
    {
        var walk = Loop("Merge").Walk().ToTheEnd();

        Assert.Equal(["body", "body", "end"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_ConvergeWithAWayThatLeadsBack_WaitsForThatOneInVain()    // stays suspended on Elsa
    {
        var walk = Loop("Converge").Walk().ToTheEnd();

        Assert.Empty(walk.Lines);
        Assert.Equal("activity 'body' (Elsa.WriteLine) never became due: 'start' led to it, but another way that it waits for was not taken; " +
            "expected all of them. Set another \"mergeMode\" on it, or lead every branch to it.", walk.State.Fault);
    }

    [Fact]
    public void Walk_JoinWaitsForABranchThatWasNotTaken_FaultsAndNamesItsMode()    // stays suspended on Elsa
    {
        var walk = new Drawing().Tokens().Fork("fork", "a", "b").Decision("d", "false").Line("l").Join("join", "WaitAll").Line("end")
            .Arrows("fork:a>l", "fork:b>d", "l>join", "d:True>join", "join>end").Walk().ToTheEnd();

        Assert.Equal(["l"], walk.Lines);
        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.StartsWith("activity 'join' (Elsa.FlowJoin) never became due: 'l' led to it", walk.State.Fault, StringComparison.Ordinal);
        Assert.Contains("Set another \"mode\" on it", walk.State.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_RaceWithAWayThatWaits_RunsOnceAndCancelsTheLoser()
    {
        var walk = TwoWays("Race").Walk().Start();

        Assert.Equal(["fast", "t", "end"], walk.Lines);
        Assert.Equal(["Workflow1:f:slow#0"], walk.Commands.OfType<CancelActivity>().Select(cancel => cancel.ExecutionId));
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_RaceForAStage_WaitsForIt()    // Elsa loses the flowchart there
    {
        var walk = new Drawing().Tokens().Fork("fork", "a", "b").Stage("slow").Line("fast").Stage("t").Merge("t", "Race").Line("end")
            .Arrows("fork:a>slow", "fork:b>fast", "slow>t", "fast>t", "t>end").Walk().Start();
        Assert.Equal(InstanceStatus.Running, walk.State.Status);

        walk.Tell(Done("t"));

        Assert.Equal(["fast", "end"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_RaceOfTwoThatDontWait_RunsOnce()
    {
        var walk = new Drawing().Tokens().Fork("fork", "a", "b").Line("a").Line("b").Line("t").Merge("t", "Race")
            .Arrows("fork:a>a", "fork:b>b", "a>t", "b>t").Walk().ToTheEnd();

        Assert.Equal(["a", "b", "t"], walk.Lines);
    }

    [Fact]
    public void Walk_RaceThatAFlowchartInsideLoses_CancelsAllThatWaitsInIt()    // on Elsa, what follows the loser runs
    {
        var walk = new Drawing().Tokens().Fork("fork", "a", "b").Inner("slow", new Drawing().Stage("wait").Line("late").Arrows("wait>late"))
            .Line("b1").Line("b2").Line("b3").Line("t").Merge("t", "Race").Line("loser")
            .Arrows("fork:a>slow", "fork:b>b1", "b1>b2", "b2>b3", "slow>t", "b3>t", "slow>loser").Walk().Start();

        Assert.Equal(["b1", "b2", "b3", "t"], walk.Lines);
        Assert.Equal(["Workflow1:f:slow:wait#0"], walk.Commands.OfType<CancelActivity>().Select(cancel => cancel.ExecutionId));
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_JoinWaitAny_IsARace()
    {
        var walk = new Drawing().Tokens().Fork("fork", "a", "b").Stage("slow").Line("fast").Join("join", "WaitAny").Line("end")
            .Arrows("fork:a>slow", "fork:b>fast", "slow>join", "fast>join", "join>end").Walk().Start();

        Assert.Equal(["fast", "end"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_CascadeWithALateWay_RunsOnceAndLetsTheWayRunOut()    // stays suspended on Elsa
    {
        var walk = new Drawing().Inner("inner", TwoWays("Cascade")).Line("after").Arrows("inner>after").Walk().Start();
        Assert.Equal(["fast", "t", "end"], walk.Lines);

        walk.Tell(Done("inner:slow"));

        Assert.Equal(["fast", "t", "end", "after"], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_CascadeInALoop_RunsEachTimeRound()
    {
        var walk = Loop("Cascade").Walk().ToTheEnd();

        Assert.Equal(["body", "body", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_LoopEnteredInTwoPlaces_GoesRound()    // faults when it is walked by counters
    {
        var walk = new Drawing().Tokens().Variable("N", "Int32", 0).Fork("fork", "a", "b").Line("a").Line("b").Set("count", "N", "getN() + 1").Decision("again", "getN() < 2").Line("end")
            .Arrows("fork:a>a", "fork:b>b", "a>count", "b>count", "count>again", "again:True>a", "again:False>end").Walk().ToTheEnd();

        Assert.Equal(["a", "b", "a", "end"], walk.Lines);
    }

    [Fact]
    public void Walk_EndInOneBranch_DropsAllTokens()
    {
        var walk = new Drawing().Inner("inner", new Drawing().Tokens().Fork("fork", "a", "b").Stage("a").Line("b").Box("stop", "Elsa.End").Line("t").Merge("t", "Merge")
            .Arrows("fork:a>a", "fork:b>b", "a>t", "b>t", "b>stop")).Line("after").Arrows("inner>after").Walk().Start();

        Assert.Equal(["b", "after"], walk.Lines);
        Assert.Single(walk.Commands.OfType<CancelActivity>());
    }

    [Fact]
    public void Walk_FaultInOneBranch_LetsTheOtherRunOut()
    {
        var walk = new Drawing().Tokens().Fork("fork", "a", "b").Box("boom", "Elsa.Fault", ("message", Drawing.Literal("no data"))).Line("b1").Line("t").Merge("t", "Merge")
            .Arrows("fork:a>boom", "fork:b>b1", "boom>t", "b1>t").Walk().ToTheEnd();

        Assert.Equal(["b1"], walk.Lines);
        Assert.Equal("activity 'boom' (Elsa.Fault): no data", walk.State.Fault);
    }

    [Theory]
    [InlineData(null, "CounterBased", new[] { "fast" })]    // a box waits for all ways that are open, whatever its merge mode
    [InlineData("TokenBased", null, new[] { "fast", "t", "end" })]
    [InlineData("TokenBased", "Default", new[] { "fast", "t", "end" })]
    [InlineData("TokenBased", "CounterBased", new[] { "fast" })]
    [InlineData("CounterBased", "tokenbased", new[] { "fast", "t", "end" })]
    public void Walk_FlowchartInside_GoesByItsOwnModeOrTheOneAround(string? outer, string? inner, string[] lines)
    {
        var walk = new Drawing().Mode(outer).Inner("inner", TwoWays("Cascade").Mode(inner)).Walk().Start();

        Assert.Equal(lines, walk.Lines);
    }

    [Fact]
    public void State_OfAFlowchartWalkedByCounters_SaysNothingOfTokens()
    {
        var counted = TwoWays("Stream").Mode(null).Walk().Start();
        var marked = TwoWays("Stream").Walk().Start();

        Assert.DoesNotContain("Tokens", JsonSerializer.Serialize(counted.State), StringComparison.Ordinal);
        Assert.Equal([new FlowToken("fork", "a", "slow"), new FlowToken("fast", "Done", "t")], marked.State.Scopes[0].Tokens!);
    }

    private static Drawing TwoWays(string mode) => new Drawing().Tokens().Fork("fork", "a", "b").Stage("slow").Line("fast").Line("t").Merge("t", mode).Line("end")
        .Arrows("fork:a>slow", "fork:b>fast", "slow>t", "fast>t", "t>end");

    private static Drawing Loop(string mode) => new Drawing().Tokens().Variable("N", "Int32", 0).Box("start", "Elsa.Start").Line("body").Merge("body", mode)
        .Set("count", "N", "getN() + 1").Decision("again", "getN() < 2").Line("end")
        .Arrows("start>body", "body>count", "count>again", "again:True>body", "again:False>end");

    private static ActivityCompleted Done(string activity) => new($"Workflow1:f:{activity}#0", "Done", new Dictionary<string, JsonElement>());
}
