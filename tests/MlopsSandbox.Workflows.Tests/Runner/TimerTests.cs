using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class TimerTests
{
    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "00:00:05", "every 00:00:05")]
    [InlineData("Elsa.Delay", "timeSpan", "1.02:00:00", "every 1.02:00:00")]
    [InlineData("Elsa.Timer", "interval", "00:10:00", "every 00:10:00")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 6 * * MON", "cron 0 0 6 * * MON")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-03-01T08:00:00+02:00", "at 2026-03-01T06:00:00.0000000Z")]
    public void Execute_ActivityThatWaitsForATime_SetsATimerAndGoesOnWhenItFires(string type, string input, string value, string schedule)
    {
        var walk = new Drawing().Box("wait", type, (input, Drawing.Literal(value))).Line("end").Arrows("wait>end").Walk().Start();
        var timer = Assert.IsType<StartTimer>(Assert.Single(walk.Commands));
        Assert.Equal(("Workflow1:f:wait#0", TimerPurpose.Wait, schedule), (timer.ExecutionId, timer.Purpose, timer.When.ToString()));
        Assert.Equal(InstanceStatus.Running, walk.State.Status);

        walk.Tell(new TimerFired(timer.ExecutionId, TimerPurpose.Wait));
        Assert.Equal(["wait", "end"], walk.Completed);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void TimerFired_ToldTwice_MovesTheWalkOnce()
    {
        var walk = new Drawing().Box("wait", "Elsa.Delay", ("timeSpan", Drawing.Literal("00:00:05"))).Stage("work").Arrows("wait>work").Walk().Start();
        walk.Tell(new TimerFired("Workflow1:f:wait#0", TimerPurpose.Wait)).Tell(new TimerFired("Workflow1:f:wait#0", TimerPurpose.Wait));
        Assert.Single(walk.Commands.OfType<RunActivity>());
    }

    [Fact]
    public void Join_WaitAny_WithdrawsTheTimerOfTheSlowerBranch()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Stage("work").Box("limit", "Elsa.Delay", ("timeSpan", Drawing.Literal("01:00:00"))).Join("join", "WaitAny").Line("end")
            .Arrows("fork:a>work", "fork:b>limit", "work>join", "limit>join", "join>end").Walk().Start();
        walk.Tell(new ActivityCompleted("Workflow1:f:work#0", "Done", new Dictionary<string, System.Text.Json.JsonElement>()));
        Assert.Equal("Workflow1:f:limit#0", Assert.Single(walk.Commands.OfType<CancelActivity>()).ExecutionId);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Delay_ScriptThatGivesNoTimeSpan_IsDueAtOnceAsOnElsa()
    {
        var walk = new Drawing().Box("wait", "Elsa.Delay", ("timeSpan", Drawing.Script("5", "TimeSpan"))).Walk().Start();
        Assert.Equal(new IntervalSchedule(TimeSpan.Zero), Assert.Single(walk.Commands.OfType<StartTimer>()).When);
    }

    [Fact]
    public void Cron_ScriptThatGivesNoExpression_Faults()
    {
        var walk = new Drawing().Box("wait", "Elsa.Cron", ("cronExpression", Drawing.Script("'soon'"))).Walk().Start();
        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.StartsWith("activity 'wait' (Elsa.Cron): cronExpression is 'soon', which is no cron expression", walk.State.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Loop_ThatWaits_IsNoEndlessLoop() => Assert.True(new Drawing().Line("a")
        .Box("wait", "Elsa.Timer", ("interval", Drawing.Literal("00:01:00"))).Arrows("a>wait", "wait>a").Read().IsWalkable);
}
