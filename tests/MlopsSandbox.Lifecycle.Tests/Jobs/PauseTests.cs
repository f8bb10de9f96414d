using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class PauseTests : IDisposable
{
    private static readonly Flow Two = new Flow("two").Work("a", "b").Arrows("a>b");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public PauseTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Pause_WhileAStageWorks_ItEndsAndIsKeptAndNoOtherIsBegun()
    {
        string? run = null;
        _home.Stages.On("a", (context, cancellation) =>
        {
            _home.NewProcess().Bridge.Control.Pause(run!);
            Assert.False(cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200)));
            return FakeStages.Done(context, "a");
        });
        run = _process.StartRun(Two);
        await _process.Settle();

        Assert.Equal(RunStatus.Paused, _process.Show(run).Status);
        Assert.Equal([("a", ExecutionStatus.Succeeded), ("b", ExecutionStatus.Queued)], _process.Show(run).Stages.Select(stage => (stage.ActivityId, stage.Status)));
        Assert.Equal(0, _process.Recovery.Run());
    }

    [Fact]
    public async Task Unpause_ByAnotherProcess_GoesOnWhereItStood()
    {
        string run = _process.StartRun(Two);
        _process.Bridge.Control.Pause(run);
        await _process.Settle();
        Assert.Empty(_home.Stages.Calls);
        _process.Die();

        TestProcess other = _home.NewProcess();
        Assert.True(other.Bridge.Control.Unpause(run));
        Assert.False(other.Bridge.Control.Unpause(run));
        using SqliteStorage storage = new(Path.Combine(_home.Path, "hangfire.db"));
        await HangfireServing.UntilEnded(other, storage, run);
        Assert.Equal(["a", "b"], _home.Stages.Calls);
        Assert.All(other.Show(run).Stages, stage => Assert.Equal(1, stage.Attempt));
    }

    [Fact]
    public async Task Pause_RunThatWaitsForAnother_HoldsBoth()
    {
        _process.Knows(new Flow("child").Work("c"));
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true));
        _process.Dispatcher.DispatchPending();
        _process.Bridge.Control.Pause(parent);
        await _process.Settle();
        Assert.Empty(_home.Stages.Calls);
        Assert.Equal(RunStatus.Paused, _process.Show("child-0001").Status);
        _process.Bridge.Control.Unpause(parent);
        _process.Recovery.Run();
        await _process.Settle();
        Assert.All((string[])[parent, "child-0001"], run => Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status));
    }

    [Fact]
    public async Task Pause_BeforeADispatch_HoldsTheRunThatItStarts()
    {
        _process.Knows(new Flow("child").Work("c"));
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true));
        _process.Bridge.Control.Pause(parent);
        await _process.Settle();
        Assert.Equal(RunStatus.Paused, _process.Show("child-0001").Status);
        Assert.Empty(_home.Stages.Calls);
    }

    [Fact]
    public async Task Unpause_RunThatAsks_WaitsAgain()
    {
        string run = _process.StartRun(new Flow("asks").Approval("ok").Work("b").Arrows("ok:Approved>b"));
        _process.Bridge.Control.Pause(run);
        _process.Bridge.Control.Unpause(run);
        Assert.Equal(RunStatus.Waiting, _process.Show(run).Status);
        _process.Bridge.Control.Pause(run);
        _process.Bridge.Control.Decide(run, activityId: null, new ApprovalDecision(IsApproved: true, "anna", "fine"));
        await _process.Settle();
        Assert.Equal((RunStatus.Paused, 0), (_process.Show(run).Status, _home.Stages.Calls.Count));
    }

    [Fact]
    public async Task Pause_EndedOrPausedRun_IsRefused()
    {
        string run = _process.StartRun(Two);
        _process.Bridge.Control.Pause(run);
        Assert.Equal("run 'two-0001' is paused already; expected one that goes on.", Assert.Throws<RunException>(() => _process.Bridge.Control.Pause(run)).Message);
        _process.Bridge.Runs.Cancel(run);
        await _process.Settle();
        Assert.Equal("run 'two-0001' has ended; expected one that has not.", Assert.Throws<RunException>(() => _process.Bridge.Control.Pause(run)).Message);
        Assert.Equal(RunStatus.Cancelled, _process.Show(run).Status);
    }
}
