using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class TrialTests : IDisposable
{
    private static readonly Flow Tuning = new Flow("tuning").Work("a").Tune("tune").Arrows("a>tune");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public TrialTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Run_TwoBatches_StageIsAskedAgainAfterEach()
    {
        string run = _process.StartRun(Tuning);
        await _process.Settle();
        Assert.Equal(["a", "tune", "tune/0", "tune/1", "tune", "tune/2", "tune/3", "tune"], _home.Stages.Calls);
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal([null, null, 0, 1, 2, 3], _process.Show(run).Stages.Select(stage => stage.Trial));
        Assert.All(_process.Effects().Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Run_Trials_HaveTheirOwnSeedsAndTheStagesInputs()
    {
        List<(int Seed, string Upstream)> seen = [];
        for (int ordinal = 0; ordinal < 4; ordinal++)
            _home.Stages.On($"tune/{ordinal}", (context, _) =>
            {
                seen.Add((context.Seed, context.Upstream.Single().ActivityId));
                return FakeStages.Done(context, "trial");
            });
        _process.StartRun(Tuning);
        await _process.Settle();
        Assert.Equal(4, seen.Select(trial => trial.Seed).Distinct().Count());
        Assert.All(seen, trial => Assert.Equal("a", trial.Upstream));
    }

    [Fact]
    public async Task Run_TrialsInParallel_LastToCommitAsksTheStageOnce()
    {
        using Barrier together = new(2);
        foreach (int ordinal in (int[])[0, 1])
            _home.Stages.On($"tune/{ordinal}", (context, cancellation) =>
            {
                together.SignalAndWait(TimeSpan.FromSeconds(60), cancellation);
                return FakeStages.Done(context, $"tune/{ordinal}");
            });
        string run = _process.StartRun(new Flow("tuning").Tune("tune"));
        _process.Dispatcher.DispatchPending();
        await _process.Deliver(_home.Jobs.Next()!.Key);
        _home.Jobs.Lose();
        _process.Dispatcher.DispatchPending();
        await Task.WhenAll(_home.Jobs.Waiting().Select(job => Task.Run(() => _process.Deliver(job.Key))));
        _home.Jobs.Lose();
        Assert.Equal(1, _process.Dispatcher.DispatchPending());
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(3, _home.Stages.Calls.Count(call => call == "tune"));
    }

    [Fact]
    public async Task Run_ATrialFails_StageAndRunFailAndTheOthersAreCancelled()
    {
        _home.Stages.On("tune/0", (_, _) => throw new StageException("no-trees", "found 0 trees; expected some."));
        string run = _process.StartRun(Tuning);
        await _process.Settle();
        RunRow shown = _process.Show(run);
        Assert.Equal((RunStatus.Failed, "activity 'tune' (Test.Tune): trial 0: found 0 trees; expected some."), (shown.Status, shown.Error));
        Assert.Equal([ExecutionStatus.Succeeded, ExecutionStatus.Failed, ExecutionStatus.Failed, ExecutionStatus.Cancelled], shown.Stages.Select(stage => stage.Status));
        Assert.DoesNotContain("tune/1", _home.Stages.Calls);
    }

    [Fact]
    public async Task Run_ATrialFailsInPassing_ItAloneIsTriedAgain()
    {
        int calls = 0;
        _home.Stages.On("tune/1", (context, _) => ++calls == 1 ? throw new StageException("busy", "busy.", isRetryable: true) : FakeStages.Done(context, "tune/1"));
        string run = _process.StartRun(Tuning);
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(2, _home.Stages.Calls.Count(call => call == "tune/1"));
        Assert.Equal(1, _home.Stages.Calls.Count(call => call == "tune/0"));
    }

    [Fact]
    public async Task Run_StageAsksForNoTrials_RunFailsInsteadOfWaitingForEver()
    {
        _home.Stages.On("tune", (_, _) => new TrialsWanted([]));
        string run = _process.StartRun(Tuning);
        await _process.Settle();
        Assert.Equal(RunStatus.Failed, _process.Show(run).Status);
    }
}
