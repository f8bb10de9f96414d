using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class WorkflowCallTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly ManualTime _time = new();
    private readonly TestProcess _process;

    public WorkflowCallTests() => _process = _home.NewProcess(_time).Knows(new Flow("child").Delay("wait", "01:00:00").SetOutput("give", "auc", "0.9").Arrows("wait>give"));

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Dispatch_ThatWaits_IsGivenTheOutputsOfTheOther()
    {
        string parent = _process.StartRun(new Flow("parent").Dispatch("call", "child", waits: true).Tell("tell", "call").Arrows("call>tell"));
        await Later();
        Assert.Equal("""{"auc":"0.9"}""", _process.Show(parent).Journal![^1].Text);
    }

    [Fact]
    public async Task Execute_ThatWaitsForTheEnd_IsGivenElsasResult()
    {
        string parent = _process.StartRun(new Flow("parent").Execute("call", "child", waits: true).Tell("tell", "call").Arrows("call>tell"));
        await Later();
        Assert.Equal("""{"WorkflowInstanceId":"child-0001","Status":"Finished","SubStatus":"Finished","Output":{"auc":"0.9"}}""", _process.Show(parent).Journal![^1].Text);
    }

    [Fact]
    public async Task Execute_OtherWaits_GoesOnAndTheOtherStays()
    {
        string parent = _process.StartRun(new Flow("parent").Execute("call", "child").Tell("tell", "call").Arrows("call>tell"));
        await _process.Settle();
        Assert.Equal("""{"WorkflowInstanceId":"child-0001","Status":"Running","SubStatus":"Suspended","Output":{}}""", _process.Show(parent).Journal![^1].Text);
        Assert.Equal((RunStatus.Succeeded, RunStatus.Waiting), (_process.Show(parent).Status, _process.Show("child-0001").Status));
        await Later();
        Assert.Equal(RunStatus.Succeeded, _process.Show("child-0001").Status);
    }

    private async Task Later()
    {
        await _process.Settle();
        _time.Now += TimeSpan.FromHours(1);
        await _process.Settle();
    }
}
