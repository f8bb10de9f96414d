using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class WorkflowCallTests
{
    private static readonly Dictionary<string, JsonElement> Outputs = new() { ["auc"] = JsonSerializer.SerializeToElement(0.9) };

    [Fact]
    public void DispatchWorkflow_ThatWaits_GivesTheOutputsOfTheOther()
    {
        var walk = Calling("Elsa.DispatchWorkflow", "getVariable('got').auc", waits: true);
        Assert.Equal(("other", true, false, "order-7"), Call(walk));
        walk.Tell(new WorkflowReturned("Workflow1:f:call#0", "other-0001", InstanceStatus.Finished, Outputs));
        Assert.Equal(["0.9"], walk.Lines);
    }

    [Fact]
    public void ExecuteWorkflow_OtherEnds_GivesElsasResult()
    {
        var walk = Calling("Elsa.ExecuteWorkflow", "JSON.stringify(getVariable('got'))", waits: true);
        Assert.Equal(("other", true, false, "order-7"), Call(walk));
        walk.Tell(new WorkflowReturned("Workflow1:f:call#0", "other-0001", InstanceStatus.Faulted, Outputs));
        Assert.Equal(["""{"WorkflowInstanceId":"other-0001","Status":"Finished","SubStatus":"Faulted","Output":{"auc":0.9}}"""], walk.Lines);
    }

    [Fact]
    public void ExecuteWorkflow_NotToldToWaitForTheEnd_GoesOnWhenTheOtherWaits()
    {
        var walk = Calling("Elsa.ExecuteWorkflow", "getVariable('got').SubStatus", waits: false);
        Assert.Equal(("other", true, true, "order-7"), Call(walk));
        walk.Tell(new WorkflowReturned("Workflow1:f:call#0", "other-0001", InstanceStatus.Running, Outputs));
        Assert.Equal(["Suspended"], walk.Lines);
    }

    [Fact]
    public void SetOutput_Twice_KeepsTheLast()
    {
        var walk = new Drawing().Box("a", "Elsa.SetOutput", ("outputName", Drawing.Literal("auc")), ("outputValue", Drawing.Script("1", "Object")))
            .Box("b", "Elsa.SetOutput", ("outputName", Drawing.Literal("auc")), ("outputValue", Drawing.Script("({ test: 0.9 })", "Object"))).Arrows("a>b").Walk().Start();
        Assert.Equal("{\"test\":0.9}", walk.State.WorkflowOutputs["auc"].GetRawText());
    }

    private static (string, bool, bool, string?) Call(Stroll walk) =>
        Assert.IsType<DispatchWorkflow>(Assert.Single(walk.Commands)) is var call ? (call.DefinitionId, call.WaitForCompletion, call.MayWait, call.CorrelationId) : default;

    private static Stroll Calling(string type, string script, bool waits) => new Drawing().Variable("got", "Object", null)
        .Box("call", type, ("workflowDefinitionId", Drawing.Literal("other")), ("correlationId", Drawing.Literal("order-7")),
            ("waitForCompletion", Drawing.Literal(waits, "Boolean")), ("result", Drawing.Output("v-got")))
        .Box("say", "Elsa.WriteLine", ("text", Drawing.Script(script))).Arrows("call>say").Walk().Start();
}
