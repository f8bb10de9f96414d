using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>Workflows that run only so many at a time.</summary>
public sealed class TurnTests : IDisposable
{
    private static readonly Flow One = new Flow("one").AtMost(1).Work("a", "b").Arrows("a>b");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public TurnTests() => _process = _home.NewProcess().Knows(One);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Start_MoreThanTheLimit_OthersWaitAndBeginInOrder()
    {
        string[] runs = [.. Enumerable.Range(0, 3).Select(_ => _process.StartRun(One))];
        Assert.Equal([RunStatus.Running, RunStatus.Queued, RunStatus.Queued], runs.Select(run => _process.Show(run).Status));
        Assert.Equal([runs[0]], _process.Show(runs[1]).QueuedBehind!);
        List<string> order = [];
        _home.Stages.On("a", (context, _) => { order.Add(context.RunId); return FakeStages.Done(context, "a"); });
        await _process.Settle();

        Assert.Equal(["a", "b", "a", "b", "a", "b"], _home.Stages.Calls);
        Assert.Equal(runs, order);
        Assert.All(runs, run => Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status));
    }

    [Fact]
    public async Task Start_OtherWorkflowOrTwoAtATime_IsNotHeld()
    {
        _process.StartRun(One);
        Assert.Equal(RunStatus.Running, _process.Show(_process.StartRun(new Flow("other").AtMost(1).Work("a"))).Status);
        Flow two = new Flow("two").AtMost(2).Work("a");
        Assert.Equal([RunStatus.Running, RunStatus.Running, RunStatus.Queued], Enumerable.Range(0, 3).Select(_ => _process.Show(_process.StartRun(two)).Status));
        await _process.Settle();
        Assert.All(_process.Catalog.Read(tx => tx.Runs.All()), run => Assert.Equal(RunStatus.Succeeded, run.Status));
    }

    [Fact]
    public async Task Cancel_RunThatWaitsForItsTurn_NeverBegins()
    {
        string first = _process.StartRun(One), second = _process.StartRun(One), third = _process.StartRun(One);
        _process.Bridge.Runs.Cancel(second);
        await _process.Settle();
        Assert.Equal([RunStatus.Succeeded, RunStatus.Cancelled, RunStatus.Succeeded], ((string[])[first, second, third]).Select(run => _process.Show(run).Status));
        Assert.Equal(4, _home.Stages.Calls.Count);
    }

    [Fact]
    public async Task End_ProcessDiedMeanwhile_NextOneBeginsWithTheInputsItWasGiven()
    {
        string first = _process.StartRun(One), second = _process.StartRun(One);
        _process.Die();
        TestProcess other = _home.NewProcess();
        other.Bridge.Runs.Cancel(first);
        other.Recovery.Run();
        await other.Settle();
        Assert.Equal((RunStatus.Succeeded, "telco-churn"), (other.Show(second).Status, other.Show(second).Scenario));
    }

    [Fact]
    public async Task Dispatch_WaitsForARunOfItsOwnWorkflow_IsNotHeld()
    {
        _process.Knows(new Flow("middle").Dispatch("dispatch", "one", waits: true));
        Flow outer = new Flow("one").AtMost(1).Dispatch("dispatch", "middle", waits: true);
        string run = _process.StartRun(outer);
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
    }
}
