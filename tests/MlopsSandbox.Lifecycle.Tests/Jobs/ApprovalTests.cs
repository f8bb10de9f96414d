using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class ApprovalTests : IDisposable
{
    private static readonly ApprovalDecision Yes = new(IsApproved: true, "anna", "better in every segment"), No = new(IsApproved: false, "bob", "too few labels");
    private static readonly Flow Gate = new Flow("gate").Work("a").Approval("ok").Work("b", "c").Arrows("a>ok", "ok:Approved>b", "ok:Rejected>c");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public ApprovalTests() => _process = _home.NewProcess().Knows(Gate);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Settle_RunReachesAnApproval_WaitsAndShowsTheQuestion()
    {
        string run = await Waiting(Gate);
        RunRow shown = _process.Show(run);
        Assert.Equal(RunStatus.Waiting, shown.Status);
        ApprovalRow question = Assert.Single(shown.Approvals!);
        Assert.Equal(("ok", "ok", ApprovalStatus.Pending, null), (question.ActivityId, question.Title, question.Status, question.By));
        Assert.Equal(["a"], _home.Stages.Calls);
        Assert.Equal(0, _process.Recovery.Run());
    }

    [Theory]
    [InlineData(true, "b")]
    [InlineData(false, "c")]
    public async Task Decide_ByAnotherProcess_WalksOnThatWayAndKeepsWhoAndWhy(bool isApproved, string next)
    {
        string run = await Waiting(Gate);
        _process.Die();
        TestProcess other = _home.NewProcess();
        other.Bridge.Control.Decide(run, activityId: null, isApproved ? Yes : No);
        Assert.Equal(RunStatus.Running, other.Show(run).Status);
        await other.Settle();
        Assert.Equal(["a", next], _home.Stages.Calls);
        RunRow shown = other.Show(run);
        Assert.Equal(RunStatus.Succeeded, shown.Status);
        ApprovalRow decided = Assert.Single(shown.Approvals!);
        Assert.Equal(isApproved ? (ApprovalStatus.Approved, "anna", "better in every segment") : (ApprovalStatus.Rejected, "bob", "too few labels"), (decided.Status, decided.By, decided.Reason));
    }

    [Fact]
    public async Task Decide_Twice_SaysWhatWasDecidedAndChangesNothing()
    {
        string run = await Waiting(Gate);
        _process.Bridge.Control.Decide(run, "ok", Yes);
        RunException refusal = Assert.Throws<RunException>(() => _process.Bridge.Control.Decide(run, "ok", No));
        Assert.Matches(@"^run 'gate-0001': 'ok' was approved by anna at [-0-9]{10} [:0-9]{8} UTC, because: better in every segment; expected an approval that waits\.$", refusal.Message);
        Assert.Equal("anna", Assert.Single(_process.Show(run).Approvals!).By);
    }

    [Fact]
    public async Task Decide_SeveralWait_NeedsAName()
    {
        string run = await Waiting(new Flow("two").Work("a").Approval("left").Approval("right").Arrows("a>left", "a>right"));
        Assert.Equal("run 'two-0001' waits for 2 approvals; expected the activity that is meant: left, right.",
            Assert.Throws<RunException>(() => _process.Bridge.Control.Decide(run, activityId: null, Yes)).Message);
        Assert.Equal("run 'two-0001' has no approval 'middle'; expected one of left, right.",
            Assert.Throws<RunException>(() => _process.Bridge.Control.Decide(run, "middle", Yes)).Message);
        _process.Bridge.Control.Decide(run, "right", Yes);
        Assert.Equal(RunStatus.Waiting, _process.Show(run).Status);
        _process.Bridge.Control.Decide(run, activityId: null, No);
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
    }

    [Fact]
    public async Task Cancel_RunWaits_QuestionIsWithdrawn()
    {
        string run = await Waiting(Gate);
        Assert.True(_process.Bridge.Runs.Cancel(run));
        Assert.Equal(RunStatus.Cancelled, _process.Show(run).Status);
        Assert.Equal("run 'gate-0001': 'ok' is no longer asked; expected an approval that waits.",
            Assert.Throws<RunException>(() => _process.Bridge.Control.Decide(run, "ok", Yes)).Message);
        Assert.Empty(_process.Catalog.Read(tx => tx.Approvals.Pending()));
    }

    [Fact]
    public async Task Settle_WorkBesideAnApproval_RunIsRunningUntilOnlyPeopleAreWaitedFor()
    {
        string run = _process.StartRun(new Flow("beside").Work("a").Approval("ok").Work("b").Arrows("a>ok", "a>b"));
        _process.Dispatcher.DispatchPending();
        await _process.Deliver(new ExecutionKey(run, "Workflow1:flow:a#0", Ordinal: null, Attempt: 1));
        Assert.Equal(RunStatus.Running, _process.Show(run).Status);
        await _process.Settle();
        Assert.Equal(RunStatus.Waiting, _process.Show(run).Status);
    }

    [Fact]
    public async Task Settle_ChildRunWaits_ParentWaitsTooAndBothGoOn()
    {
        string parent = await Waiting(new Flow("parent").Dispatch("dispatch", "gate", waits: true).Work("after").Arrows("dispatch>after"));
        Assert.Equal((RunStatus.Waiting, RunStatus.Waiting), (_process.Show(parent).Status, _process.Show("gate-0001").Status));
        Assert.Equal(parent, _process.Catalog.Read(tx => tx.Runs.Topmost("gate-0001")));
        _process.Bridge.Control.Decide("gate-0001", "ok", Yes);
        Assert.Equal(RunStatus.Running, _process.Show(parent).Status);
        await _process.Settle();
        Assert.Equal((RunStatus.Succeeded, RunStatus.Succeeded), (_process.Show(parent).Status, _process.Show("gate-0001").Status));
        Assert.Equal(["a", "b", "after"], _home.Stages.Calls);
    }

    private async Task<string> Waiting(Flow flow)
    {
        string run = _process.StartRun(flow);
        await _process.Settle();
        return run;
    }
}
