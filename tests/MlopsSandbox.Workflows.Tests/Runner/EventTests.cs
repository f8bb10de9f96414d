using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class EventTests
{
    private static readonly JsonElement Payload = JsonSerializer.SerializeToElement(new { amount = 3 });

    [Fact]
    public void Event_ThatIsPublished_GivesWhatItBrought()
    {
        var walk = new Drawing().Variable("got", "Object", null).Event("paid", "paid")
            .Box("say", "Elsa.WriteLine", ("text", Drawing.Script("'paid ' + getVariable('got').amount"))).Arrows("paid>say").Walk().Start();
        Assert.Equal(new WaitForEvent("Workflow1:f:paid#0", "paid", null), Assert.Single(walk.Commands));
        walk.Tell(new ActivityCompleted("Workflow1:f:paid#0", "Done", new Dictionary<string, JsonElement> { ["result"] = Payload }));
        Assert.Equal(["paid 3"], walk.Lines);
    }

    [Fact]
    public void Event_AfterCorrelate_WaitsUnderThatId()
    {
        var walk = new Drawing().Box("tie", "Elsa.Correlate", ("correlationId", Drawing.Literal("order-7"))).Event("paid", "paid").Arrows("tie>paid").Walk().Start();
        Assert.Equal([new Correlated("Workflow1:f:tie#0", "order-7"), new WaitForEvent("Workflow1:f:paid#0", "paid", "order-7")], walk.Commands);
    }

    [Fact]
    public void PublishEvent_WithAll_IsAskedForAndTheWalkGoesOn()
    {
        var walk = new Drawing()
            .Box("publish", "Elsa.PublishEvent", ("eventName", Drawing.Literal("paid")), ("correlationId", Drawing.Literal("order-7")),
                ("isLocalEvent", Drawing.Literal(true, "Boolean")), ("payload", Drawing.Script("({ amount: 3 })", "Object")))
            .Line("end").Arrows("publish>end").Walk().Start();
        var publish = Assert.Single(walk.Commands.OfType<PublishEvent>());
        Assert.Equal(("Workflow1:f:publish#0", "paid", "order-7", true, "{\"amount\":3}"),
            (publish.ExecutionId, publish.EventName, publish.CorrelationId, publish.IsLocal, publish.Payload.GetRawText()));
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void PublishEvent_WithANameOnly_BringsAnEmptyObjectToAll()
    {
        var walk = new Drawing().Box("publish", "Elsa.PublishEvent", ("eventName", Drawing.Literal("paid")), ("correlationId", Drawing.Literal(" "))).Walk().Start();
        var publish = Assert.Single(walk.Commands.OfType<PublishEvent>());
        Assert.Equal((null, false, "{}"), (publish.CorrelationId, publish.IsLocal, publish.Payload.GetRawText()));
    }

    [Fact]
    public void Event_NameThatIsEmptyWhenItRuns_Faults() => Assert.Equal(
        "activity 'paid' (Elsa.Event): eventName is empty; expected a name such as 'order-shipped'.",
        new Drawing().Box("paid", "Elsa.Event", ("eventName", Drawing.Script("''"))).Walk().Start().State.Fault);

    [Fact]
    public void RunTask_ThatIsReportedDone_GivesIdAndResult()
    {
        var walk = new Drawing().Variable("id", "String", null).Variable("got", "Object", null)
            .Box("label", "Elsa.RunTask", ("taskName", Drawing.Literal("label-samples")), ("payload", Drawing.Value("ObjectDictionary", "Object", "{\"rows\":5}")),
                ("taskId", Drawing.Output("v-id")), ("result", Drawing.Output("v-got")))
            .Box("say", "Elsa.WriteLine", ("text", Drawing.Script("getVariable('id') + ' ' + getVariable('got').done"))).Arrows("label>say").Walk();
        walk.Tell(new WorkflowStarted(new Dictionary<string, JsonElement>(), "labelling-0001"));
        var task = Assert.IsType<RequestTask>(Assert.Single(walk.Commands));
        Assert.Equal(("Workflow1:f:label#0", "label", "labelling-0001/Workflow1:f:label#0", "label-samples", "{\"rows\":5}"),
            (task.ExecutionId, task.ActivityId, task.TaskId, task.TaskName, task.Payload.GetRawText()));
        walk.Tell(new ActivityCompleted(task.ExecutionId, "Done", new Dictionary<string, JsonElement> { ["result"] = JsonSerializer.SerializeToElement(new { done = 5 }) }));
        Assert.Equal(["labelling-0001/Workflow1:f:label#0 5"], walk.Lines);
    }
}
