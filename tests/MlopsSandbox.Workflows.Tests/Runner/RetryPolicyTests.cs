using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class RetryPolicyTests
{
    private const string A = "Workflow1:f:a#0";

    [Theory]    // by hand: delay × 1, × n, × 2^(n−1), never above the cap
    [InlineData(RetryBackoff.Constant, new[] { 3, 3, 3, 3 })]
    [InlineData(RetryBackoff.Linear, new[] { 3, 6, 9, 10 })]
    [InlineData(RetryBackoff.Exponential, new[] { 3, 6, 10, 10 })]
    public void PauseAfter_EachBackoff_GrowsUpToTheCap(RetryBackoff backoff, int[] seconds)
    {
        RetryPolicy policy = new() { MaxRetryAttempts = 4, Delay = TimeSpan.FromSeconds(3), Backoff = backoff, MaxDelay = TimeSpan.FromSeconds(10), Errors = ["*"] };

        Assert.Equal(seconds, Enumerable.Range(1, 4).Select(attempt => (int)policy.PauseAfter(attempt, "any", isTransient: false)!.Value.TotalSeconds));
        Assert.Null(policy.PauseAfter(5, "any", isTransient: false));
    }

    [Theory]
    [InlineData("busy", false, true)]
    [InlineData("rows-bad", true, false)]
    [InlineData("timeout", false, false)]
    public void PauseAfter_CodesThatAreNamed_AreTheOnlyOnes(string code, bool isTransient, bool isTriedAgain) =>
        Assert.Equal(isTriedAgain, new RetryPolicy { Errors = ["busy"] }.PauseAfter(1, code, isTransient) is not null);

    [Fact]
    public void Walk_Failure_IsTriedAgainAfterThePauseUntilThePolicyIsSpent()
    {
        var walk = Stage(new JsonObject { ["maxRetryAttempts"] = 2, ["delay"] = "00:00:05", ["backoffType"] = "Exponential", ["errors"] = new JsonArray("busy") }).Walk().Start();

        walk.Tell(Busy).Tell(new TimerFired(A, TimerPurpose.Retry)).Tell(Busy).Tell(new TimerFired(A, TimerPurpose.Retry));
        Assert.Equal([5, 10], walk.Commands.OfType<StartTimer>().Select(timer => ((IntervalSchedule)timer.When).Interval.TotalSeconds));
        Assert.Equal(2, walk.Commands.OfType<RepeatActivity>().Count(repeat => repeat.ExecutionId == A));
        Assert.Equal(InstanceStatus.Running, walk.State.Status);

        walk.Tell(Busy);
        Assert.Equal((InstanceStatus.Faulted, "activity 'a' (MlopsSandbox.Prep): busy."), (walk.State.Status, walk.State.Fault));

        walk.Tell(new RetryRequested()).Tell(Busy);    // whoever has it retried gives it its attempts anew
        Assert.Equal(InstanceStatus.Running, walk.State.Status);
    }

    [Fact]
    public void Walk_FailureThatIsNotCovered_Faults()
    {
        var walk = Stage(new JsonObject { ["errors"] = new JsonArray("busy") }).Walk().Start();
        Assert.Equal(InstanceStatus.Faulted, walk.Tell(new ActivityFaulted(A, "bad.") { Code = "rows-bad", IsTransient = true }).State.Status);
    }

    [Fact]
    public void Walk_CancelledDuringThePause_IsNotTriedAgain()
    {
        var walk = Stage(new JsonObject { ["delay"] = "00:00:05", ["errors"] = new JsonArray("*") }).Walk().Start().Tell(Busy).Tell(new CancelRequested());
        Assert.Equal(A, Assert.Single(walk.Commands.OfType<CancelActivity>()).ExecutionId);
        Assert.Empty(walk.Tell(new TimerFired(A, TimerPurpose.Retry)).Commands.OfType<RepeatActivity>());
    }

    [Fact]
    public void Read_ElsasResilienceStrategyAsAnExpression_IsTheSamePolicy()
    {
        var definition = Custom(new JsonObject
        {
            ["resilienceStrategy"] = new JsonObject
            {
                ["mode"] = "Expression",
                ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "{\"$type\":\"HttpResilienceStrategy\",\"maxRetryAttempts\":4,\"delay\":\"00:00:02\",\"backoffType\":\"Linear\"}" },
            },
            ["timeout"] = "00:10:00",
        }).Definition();

        Assert.Equal(new RetryPolicy { MaxRetryAttempts = 4, Delay = TimeSpan.FromSeconds(2), Backoff = RetryBackoff.Linear }, definition.Find("a")!.Retry);
        Assert.Equal(TimeSpan.FromMinutes(10), definition.Find("a")!.Timeout);
    }

    [Theory]
    [InlineData("""{ "retry": { "maxRetryAttempts": -1 } }""", "retry.maxRetryAttempts", "maxRetryAttempts is -1; expected a whole number from 0 to 100: the attempts after the first.")]
    [InlineData("""{ "retry": { "delay": "5 s" } }""", "retry.delay", "delay is the text \"5 s\"; expected a time span as [d.]hh:mm:ss, such as 00:00:30.")]
    [InlineData("""{ "retry": { "backoffType": "Slow" } }""", "retry.backoffType", "backoffType is the text \"Slow\"; expected one of Constant, Linear, Exponential.")]
    [InlineData("""{ "retry": { "errors": "timeout" } }""", "retry.errors", "errors is the text \"timeout\"; expected a list of codes such as [\"timeout\"], or [\"*\"] for all.")]
    [InlineData("""{ "retry": 3 }""", "retry", "the retry policy is 3; expected an object, such as { \"maxRetryAttempts\": 3, \"delay\": \"00:00:05\" }.")]
    [InlineData("""{ "retry": { "delays": "00:00:01" } }""", "retry.delays", "delays is nothing that a retry policy has and is not used; expected one of maxRetryAttempts, delay, backoffType, maxDelay, errors. Did you mean 'delay'?")]
    [InlineData("""{ "timeout": "00:00:00" }""", "timeout", "timeout is 00:00:00; expected a time span above zero, such as 00:10:00.")]
    [InlineData("""{ "timeout": 600 }""", "timeout", "timeout is 600; expected a time span as [d.]hh:mm:ss, such as 00:00:30.")]
    [InlineData("""{ "resilienceStrategy": { "mode": "Identifier", "strategyId": "x" } }""", "resilienceStrategy",
        "it names a strategy of the server that it was drawn on, which isn't known here and not used; expected the mode Expression with the policy itself, or \"retry\".")]
    public void Read_WhatCantBeUsed_IsToldAtItsPlace(string custom, string path, string message)
    {
        var problem = Assert.Single(Custom(JsonNode.Parse(custom)!.AsObject()).Read().Problems);
        Assert.Equal(($"$.root.activities[0].customProperties.{path}", $"activity 'a' (MlopsSandbox.Prep): {message}"), (problem.Path, problem.Message));
    }

    [Fact]
    public void Read_PolicyOfWhatRunsHere_Warns() => Assert.Equal(
        "activity 'a' (Elsa.WriteLine): timeout and retry are not used in this type; expected them on a stage, which does its work in a job.",
        Assert.Single(new Drawing().Box("a", "Elsa.WriteLine", ("customProperties", new JsonObject { ["timeout"] = "00:01:00" })).Read().Problems).Message);

    private static ActivityFaulted Busy => new(A, "busy.") { Code = "busy" };

    private static Drawing Stage(JsonObject retry) => Custom(new JsonObject { ["retry"] = retry });

    private static Drawing Custom(JsonObject custom) => new Drawing().Box("a", "MlopsSandbox.Prep", ("customProperties", custom));
}
