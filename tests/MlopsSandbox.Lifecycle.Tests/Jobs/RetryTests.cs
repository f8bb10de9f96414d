using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>Runs that failed, taken up again where they stood.</summary>
public sealed class RetryTests : IDisposable
{
    private static readonly Flow Diamond = new Flow("flow").Work("a", "b", "c", "d").JoinAll("join").Arrows("a>b", "a>c", "b>join", "c>join", "join>d");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public RetryTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Retry_FailedRun_GoesOnFromThereAndMakesWhatItWouldHaveMade()
    {
        string undisturbed = _process.StartRun(Diamond);
        await _process.Settle();
        FailOnce("b");
        string run = _process.StartRun(Diamond);
        await _process.Settle();
        RunRow failed = _process.Show(run);
        Assert.Equal((RunStatus.Failed, "activity 'b' (Test.Work): the rows are bad."), (failed.Status, failed.Error));
        IncidentRow incident = Assert.Single(failed.Incidents!);
        Assert.Equal(("b", "Test.Work", "the rows are bad.", null), (incident.ActivityId, incident.Type, incident.Message, incident.ResolvedAt));
        _process.Die();

        TestProcess other = _home.NewProcess();
        other.Bridge.Control.Retry(run, activityId: null);
        await other.Settle();

        RunRow retried = other.Show(run);
        Assert.Equal((RunStatus.Succeeded, null), (retried.Status, retried.Error));
        Assert.Equal(["a 1 Succeeded", "b 1 Failed", "b 2 Succeeded", "c 1 Cancelled", "c 2 Succeeded", "d 1 Succeeded"],
            retried.Stages.Select(stage => $"{stage.ActivityId} {stage.Attempt} {stage.Status}").Order(StringComparer.Ordinal));
        Assert.Equal(Made(other.Show(undisturbed)), Made(retried));
        Assert.NotNull(Assert.Single(retried.Incidents!).ResolvedAt);
    }

    [Fact]
    public async Task Settle_GoingOnWithIncidents_DoesTheRestThenWaitsForARetry()
    {
        FailOnce("b");
        string run = _process.StartRun(new Flow("on").GoingOnWithIncidents().Work("a", "b", "c", "d").JoinAll("join").Arrows("a>b", "a>c", "b>join", "c>join", "join>d"));
        await _process.Settle();
        Assert.Equal(RunStatus.Waiting, _process.Show(run).Status);
        Assert.Equal(["a", "b", "c"], _home.Stages.Calls);

        _process.Bridge.Control.Retry(run, "b");
        Assert.Equal(RunStatus.Running, _process.Show(run).Status);
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(["a", "b", "c", "b", "d"], _home.Stages.Calls);
    }

    [Fact]
    public async Task Retry_TrialHadFailed_RunsThatTrialAgainAndKeepsTheOthers()
    {
        FailOnce("tune/1");
        string run = _process.StartRun(new Flow("tuned").Tune("tune"));
        await _process.Settle();
        Assert.Equal(RunStatus.Failed, _process.Show(run).Status);
        _process.Bridge.Control.Retry(run, activityId: null);
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(1, _home.Stages.Calls.Count(call => call == "tune/0"));
        Assert.Equal(["0", "1", "2", "3"], _process.Show(run).Stages.Where(stage => stage is { Trial: not null, Status: ExecutionStatus.Succeeded }).Select(stage => $"{stage.Trial}"));
    }

    [Fact]
    public async Task Retry_ApprovalWasWithdrawn_IsAskedAgain()
    {
        FailOnce("b");
        string run = _process.StartRun(new Flow("asks").Work("a", "b").Approval("ok").Arrows("a>ok", "a>b"));
        await _process.Settle();
        Assert.Equal(ApprovalStatus.Withdrawn, Assert.Single(_process.Show(run).Approvals!).Status);
        _process.Bridge.Control.Retry(run, activityId: null);
        await _process.Settle();
        Assert.Equal(RunStatus.Waiting, _process.Show(run).Status);
        _process.Bridge.Control.Decide(run, activityId: null, new ApprovalDecision(IsApproved: true, "anna", "fine"));
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
    }

    [Fact]
    public async Task Retry_ChildHadEndedMeanwhile_ParentGoesOnWithoutAnotherChild()
    {
        _process.Knows(new Flow("child").Work("c"));
        FailOnce("b");
        string run = _process.StartRun(new Flow("parent").Work("a", "b").Dispatch("dispatch", "child", waits: true).Work("after").Arrows("a>b", "a>dispatch", "dispatch>after"));
        await _process.Settle();
        Assert.Equal((RunStatus.Failed, RunStatus.Succeeded), (_process.Show(run).Status, _process.Show("child-0001").Status));
        _process.Bridge.Control.Retry(run, activityId: null);
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(2, _process.Catalog.Read(tx => tx.Runs.All()).Count);
        Assert.Equal(1, _home.Stages.Calls.Count(call => call == "after"));
    }

    [Fact]
    public async Task Retry_NothingFailed_IsRefused()
    {
        string run = _process.StartRun(Diamond);
        await _process.Settle();
        Assert.Equal("run 'flow-0001' has no activity that failed and was not retried; expected one.",
            Assert.Throws<RunException>(() => _process.Bridge.Control.Retry(run, activityId: null)).Message);
        FailOnce("b");
        string failed = _process.StartRun(Diamond);
        await _process.Settle();
        Assert.Equal("run 'flow-0002': 'c' has not failed; expected one of b.", Assert.Throws<RunException>(() => _process.Bridge.Control.Retry(failed, "c")).Message);
        Assert.Equal(RunStatus.Failed, _process.Show(failed).Status);
    }

    private void FailOnce(string call)
    {
        int left = 1;
        _home.Stages.On(call, (context, _) => Interlocked.Decrement(ref left) == 0 ? throw new StageException("rows-bad", "the rows are bad.") : FakeStages.Done(context, call));
    }

    private static string[] Made(RunRow run) =>
        [.. run.Stages.Where(stage => stage.Status == ExecutionStatus.Succeeded).Select(stage => $"{stage.ActivityId} {stage.Outputs["made"].Hash}").Order(StringComparer.Ordinal)];
}
