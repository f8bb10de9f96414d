using System.Text.Json;
using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class TriggerTests
{
    private static readonly Dictionary<string, JsonElement> NoInputs = [];

    private static Drawing TwoTriggers() => new Drawing().Variable("got", "Object", null)
        .Trigger("daily", "Elsa.Cron", ("cronExpression", Drawing.Literal("0 0 6 * * *")))
        .Trigger("ordered", "Elsa.Event", ("eventName", Drawing.Literal("ordered")), ("result", Drawing.Output("v-got")))
        .Box("say", "Elsa.WriteLine", ("text", Drawing.Script("'got ' + JSON.stringify(getVariable('got'))")))
        .Box("wait", "Elsa.Delay", ("timeSpan", Drawing.Literal("00:01:00"))).Line("end")
        .Arrows("daily>say", "ordered>say", "say>wait", "wait>end");

    [Fact]
    public void Start_ByATrigger_PassesStraightThroughIt()
    {
        var walk = TwoTriggers().Walk().Tell(new WorkflowStarted(NoInputs) { Trigger = new StartTrigger("daily") });
        Assert.Equal(["daily", "say"], walk.Completed);
        Assert.Equal(["got null"], walk.Lines);
    }

    [Fact]
    public void Start_ByAnEvent_GivesWhatItBroughtAndTheCorrelation()
    {
        var payload = JsonSerializer.SerializeToElement(new { id = 7 });
        var walk = TwoTriggers().Walk().Tell(new WorkflowStarted(NoInputs) { Trigger = new StartTrigger("ordered", payload), CorrelationId = "order-7" });
        Assert.Equal(["ordered", "say"], walk.Completed);
        Assert.Equal(["got {\"id\":7}"], walk.Lines);
        Assert.Equal("order-7", walk.State.CorrelationId);
        walk.Tell(new TimerFired("Workflow1:f:wait#0", TimerPurpose.Wait));
        Assert.Equal(["ordered", "say", "wait", "end"], walk.Completed);
    }

    [Fact]
    public void Start_BySomebody_WaitsAtTheFirstTrigger()
    {
        var walk = TwoTriggers().Walk().Start();
        Assert.Equal("Workflow1:f:daily#0", Assert.Single(walk.Commands.OfType<StartTimer>()).ExecutionId);
    }

    [Fact]
    public void Trigger_VisitedAgainAfterAWait_Waits()
    {
        var walk = new Drawing().Trigger("tick", "Elsa.Timer", ("interval", Drawing.Literal("00:01:00"))).Stage("work").Arrows("tick>work", "work>tick")
            .Walk().Tell(new WorkflowStarted(NoInputs) { Trigger = new StartTrigger("tick") });
        Assert.Empty(walk.Commands.OfType<StartTimer>());
        walk.Tell(new ActivityCompleted("Workflow1:f:work#0", "Done", NoInputs));
        Assert.Equal("Workflow1:f:tick#1", Assert.Single(walk.Commands.OfType<StartTimer>()).ExecutionId);
    }

    [Fact]
    public void All_DefinitionWithTriggers_TellsWhatStartsIt()
    {
        WorkflowTriggers triggers = new(TwoTriggers().Definition());
        Assert.Equal([new ScheduleTrigger("daily", CronSchedule.Parse("0 0 6 * * *")), new EventTrigger("ordered", "ordered")], triggers.All);
        Assert.Empty(triggers.Problems);
    }

    [Fact]
    public void All_TriggerWhoseInputIsAScript_IsEvaluatedWithTheFirstValues()
    {
        var drawing = new Drawing().Variable("name", "String", "paid").Trigger("paid", "Elsa.Event", ("eventName", Drawing.Script("'is-' + getVariable('name')")));
        Assert.Equal([new EventTrigger("paid", "is-paid")], new WorkflowTriggers(drawing.Definition()).All);
    }

    [Fact]
    public void Problems_TriggerThatCantBeTold_SaysWhy()
    {
        WorkflowTriggers triggers = new(new Drawing().Trigger("tick", "Elsa.Timer", ("interval", Drawing.Script("'00:00:00'", "TimeSpan"))).Definition());
        Assert.Equal("workflow 'drawn': activity 'tick' (Elsa.Timer) starts no run: interval is 00:00:00; expected at least 00:00:01 between two runs, " +
            "as this activity starts them (canStartWorkflow).", Assert.Single(triggers.Problems));
        Assert.Empty(triggers.All);
    }

    [Fact]
    public void All_ActivityThatIsNoTrigger_StartsNothing() =>
        Assert.Empty(new WorkflowTriggers(new Drawing().Trigger("say", "Elsa.WriteLine", ("text", Drawing.Literal("a"))).Definition()).All);
}
