using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class StageJobTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public StageJobTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Run_TwoStagesInARow_SecondSeesWhatTheFirstMade()
    {
        UpstreamOutput? seen = null;
        _home.Stages.On("b", (context, _) => { seen = Assert.Single(context.Upstream); return FakeStages.Done(context, "b"); });
        string run = _process.StartRun(new Flow("two").Work("a", "b").Arrows("a>b"));
        await _process.Settle();

        RunRow shown = _process.Show(run);
        Assert.Equal("two-0001", run);
        Assert.Equal(RunStatus.Succeeded, shown.Status);
        Assert.Equal(["a", "b"], shown.Stages.Select(stage => stage.ActivityId));
        Assert.All(shown.Stages, stage => Assert.Equal(
            ("work", ExecutionStatus.Succeeded, "Done", 1, 0.75), (stage.Stage, stage.Status, stage.Outcome, stage.Attempt, stage.Metrics["auc"])));
        Assert.Equal(("a", "work", "made", shown.Stages[0].Outputs["made"]), (seen!.ActivityId, seen.Stage, seen.Name, seen.Output));
        Assert.Equal(["a", "b"], shown.Journal!.Select(line => line.ActivityId));
    }

    [Fact]
    public async Task Run_DeliveredTwice_SecondDoesNothing()
    {
        string run = _process.StartRun(new Flow("two").Work("a", "b").Arrows("a>b"));
        await _process.Settle();
        foreach (RecordedJob job in _home.Jobs.Enqueued.ToArray()) await _process.Deliver(job.Key);
        await _process.Settle();
        Assert.Equal(["a", "b"], _home.Stages.Calls);
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 1 }, _process.Effects());
        Assert.Equal(2, _process.Show(run).Stages.Count);
    }

    [Fact]
    public async Task Run_DeliveredElsewhereWhileItWorks_OtherDoesNothing()
    {
        TestProcess other = _home.NewProcess();
        _home.Stages.On("a", (context, cancellation) =>
        {
            other.Deliver(_home.Jobs.Next()!.Key, cancellation).GetAwaiter().GetResult();
            return FakeStages.Done(context, "a");
        });
        string run = _process.StartRun(new Flow("one").Work("a"));
        await _process.Settle();
        Assert.Equal(["a"], _home.Stages.Calls);
        Assert.Equal(RunStatus.Succeeded, other.Show(run).Status);
    }

    [Fact]
    public async Task Run_ClaimLostToAnotherProcess_ItsCommitIsRefused()
    {
        TestProcess other = _home.NewProcess();
        int calls = 0;
        _home.Stages.On("a", (context, cancellation) =>
        {
            if (++calls == 1)
            {
                _process.Die();
                Assert.Equal(1, other.Recovery.Run());
                other.Dispatcher.DispatchPending();
                other.Deliver(_home.Jobs.Enqueued[^1].Key, CancellationToken.None).GetAwaiter().GetResult();
            }
            return FakeStages.Done(context, $"a, call {calls}");
        });
        string run = _process.StartRun(new Flow("one").Work("a"));
        _process.Dispatcher.DispatchPending();
        await _process.Deliver(_home.Jobs.Next()!.Key);

        Assert.Equal(2, calls);
        Assert.Equal(new Dictionary<string, int> { ["a, call 2"] = 1 }, other.Effects());
        StageExecutionRow execution = Assert.Single(other.Show(run).Stages);
        Assert.Equal((ExecutionStatus.Succeeded, 1), (execution.Status, execution.Attempt));
    }

    [Fact]
    public async Task Run_OwnerSilentForTooLong_IsTakenOver()
    {
        ManualTime time = new();
        TestProcess silent = _home.NewProcess(time);
        string run = silent.StartRun(new Flow("one").Work("a"));
        silent.Dispatcher.DispatchPending();
        ExecutionKey key = _home.Jobs.Next()!.Key;
        Assert.NotNull(silent.Catalog.Write(tx => tx.Claims.Take(key, silent.Bridge.Presence.Owner, TimeSpan.FromSeconds(60), _ => true)));

        TestProcess other = _home.NewProcess(time);
        await other.Deliver(key);
        Assert.Empty(_home.Stages.Calls);
        time.Now += TimeSpan.FromSeconds(61);
        await other.Deliver(key);
        Assert.Equal(RunStatus.Succeeded, other.Show(run).Status);
    }

    [Fact]
    public async Task Run_ParallelBranchesEndAtOnce_JoinPassesOnce()
    {
        using Barrier together = new(2);
        foreach (string branch in (string[])["b", "c"])
            _home.Stages.On(branch, (context, cancellation) => { together.SignalAndWait(TimeSpan.FromSeconds(60), cancellation); return FakeStages.Done(context, branch); });
        string run = _process.StartRun(new Flow("fan").Work("a", "b", "c", "d").JoinAll("join").Arrows("a>b", "a>c", "b>join", "c>join", "join>d"));
        _process.Dispatcher.DispatchPending();
        await _process.Deliver(_home.Jobs.Next()!.Key);
        _home.Jobs.Lose();
        _process.Dispatcher.DispatchPending();
        await Task.WhenAll(_home.Jobs.Waiting().Select(job => Task.Run(() => _process.Deliver(job.Key))));
        await _process.Settle();

        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 1, ["c"] = 1, ["d"] = 1 }, _process.Effects());
    }

    [Fact]
    public async Task Run_StageFails_RunFailsWithItsErrorAndPlace()
    {
        _home.Stages.On("b", (_, _) => throw new StageException("label-one-class", "found one class; expected two."));
        string run = _process.StartRun(new Flow("fails").Work("a", "b", "c").Arrows("a>b", "b>c"));
        await _process.Settle();

        RunRow shown = _process.Show(run);
        Assert.Equal((RunStatus.Failed, "activity 'b' (Test.Work): found one class; expected two."), (shown.Status, shown.Error));
        Assert.Equal(new StageError("label-one-class", "found one class; expected two.", "$.root.activities[1]"), shown.Stages[1].Error);
        Assert.Equal(["a", "b"], _home.Stages.Calls);
    }

    [Fact]
    public async Task Run_FailureThatMayPass_IsTriedThreeTimes()
    {
        _home.Stages.On("a", (_, _) => throw new StageException("store-busy", "the store is busy.", isRetryable: true));
        string run = _process.StartRun(new Flow("busy").Work("a"));
        await _process.Settle();
        Assert.Equal(
            [(1, ExecutionStatus.Failed), (2, ExecutionStatus.Failed), (3, ExecutionStatus.Failed)],
            _process.Show(run).Stages.Select(stage => (stage.Attempt, stage.Status)));
        Assert.Equal(RunStatus.Failed, _process.Show(run).Status);
    }

    [Fact]
    public async Task Run_FailureThatPasses_NextAttemptSucceeds()
    {
        int calls = 0;
        _home.Stages.On("a", (context, _) =>
            ++calls < 2 ? throw new StageException("store-busy", "the store is busy.", isRetryable: true) : FakeStages.Done(context, "a"));
        string run = _process.StartRun(new Flow("busy").Work("a"));
        await _process.Settle();
        Assert.Equal([(1, ExecutionStatus.Failed), (2, ExecutionStatus.Succeeded)], _process.Show(run).Stages.Select(stage => (stage.Attempt, stage.Status)));
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
    }

    [Fact]
    public async Task Run_StageLeavesByAnUndeclaredOutcome_RunFails()
    {
        _home.Stages.On("a", (context, _) => FakeStages.Done(context, "a") with { Outcome = "Sideways" });
        string run = _process.StartRun(new Flow("odd").Work("a"));
        await _process.Settle();
        Assert.Equal(new StageError("unexpected", "InvalidOperationException: stage Test.Work: leaves by 'Sideways'; expected one of Done.", "$.root.activities[0]"),
            Assert.Single(_process.Show(run).Stages).Error);
        Assert.Empty(_process.Effects());
    }

    [Fact]
    public async Task Run_ServerShutsDown_ExecutionWaitsForItsNextDelivery()
    {
        using CancellationTokenSource shutdown = new();
        _home.Stages.On("a", (_, cancellation) =>
        {
            shutdown.Cancel();
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException("the token of a stage is cancelled with the server's");
        });
        string run = _process.StartRun(new Flow("one").Work("a"));
        _process.Dispatcher.DispatchPending();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _process.Deliver(_home.Jobs.Next()!.Key, shutdown.Token));
        Assert.Equal(ExecutionStatus.Queued, Assert.Single(_process.Show(run).Stages).Status);

        _home.Stages.On("a", (context, _) => FakeStages.Done(context, "a"));
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
    }

    [Fact]
    public async Task Run_Listened_TellsStartProgressAndEnd()
    {
        _home.Stages.On("a", (context, _) => { context.Progress!.Report(new StageProgress(0.5, "half")); return FakeStages.Done(context, "a"); });
        _process.StartRun(new Flow("told").Work("a").Line("say", "hello").Arrows("a>say"));
        await _process.Settle();
        Assert.Equal(["StageStarted", "StageProgressed", "StageEnded", "LineWritten hello", "RunEnded Succeeded"], _process.Events.Select(happened => happened switch
        {
            LineWritten line => $"LineWritten {line.Text}",
            RunEnded ended => $"RunEnded {ended.Status}",
            _ => happened.GetType().Name,
        }));
    }
}
