using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Runner;

public sealed class ApprovalTests
{
    private const string Asked = "Workflow1:f:ok#0";

    private static Drawing Gate => new Drawing().Variable("who", "String", "")
        .Box("ok", "MlopsSandbox.Approval", ("title", Drawing.Literal("Release it?")), ("message", Drawing.Script("'AUC ' + 0.84")), ("by", Drawing.Output("v-who")))
        .Box("yes", "Elsa.WriteLine", ("text", Drawing.Script("getVariable('who') + ' agreed'"))).Line("no")
        .Arrows("ok:Approved>yes", "ok:Rejected>no");

    [Fact]
    public void Walk_Approval_AsksAndWaits()
    {
        var walk = Gate.Walk().Start();

        Assert.Equal(new AskApproval(Asked, "ok", "Release it?", "AUC 0.84"), Assert.Single(walk.Commands));
        Assert.True(WorkflowRunner.WaitsForPeople(walk.Definition, Assert.Single(walk.State.Bookmarks)));
        Assert.Equal(InstanceStatus.Running, walk.State.Status);
    }

    [Theory]
    [InlineData("Approved", "anna agreed")]
    [InlineData("Rejected", "no")]
    public void Walk_Decided_GoesThatWayWithWhoDecided(string outcome, string line)
    {
        var walk = Gate.Walk().Start().Tell(new ActivityCompleted(Asked, outcome, new Dictionary<string, JsonElement> { ["by"] = JsonSerializer.SerializeToElement("anna") }));

        Assert.Equal([line], walk.Lines);
        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void Walk_ApprovalWithoutTitle_AsksByItsName() => Assert.Equal(
        new AskApproval(Asked, "ok", "Ship to shops", null),
        Assert.Single(new Drawing().Box("ok", "MlopsSandbox.Approval", ("name", "Ship to shops")).Walk().Start().Commands));

    [Fact]
    public void Walk_StageBesideAnApproval_IsNotWaitedForByPeople()
    {
        var walk = new Drawing().Fork("fork", "a", "b").Stage("a").Box("ok", "MlopsSandbox.Approval").Arrows("fork:a>a", "fork:b>ok").Walk().Start();

        Assert.Equal([false, true], walk.State.Bookmarks.Select(bookmark => WorkflowRunner.WaitsForPeople(walk.Definition, bookmark)));
    }
}
