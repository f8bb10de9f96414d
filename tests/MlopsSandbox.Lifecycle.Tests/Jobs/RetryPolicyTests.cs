using System.Text.Json.Nodes;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class RetryPolicyTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Settle_FailureWithAPause_IsTriedAgainOnceTheTimeHasCome()
    {
        Fail("a", times: 2);
        TestProcess process = _home.NewProcess(_time);
        string run = process.StartRun(With("a", """{ "retry": { "maxRetryAttempts": 3, "delay": "00:00:30", "backoffType": "Exponential", "errors": ["rows-late"] } }"""));
        await process.Settle();
        Assert.Equal((RunStatus.Running, 1), (process.Show(run).Status, process.Show(run).Stages.Count));
        Assert.Equal(0, process.Bridge.Timers.FireDue());
        process.Die();

        TestProcess other = _home.NewProcess(_time);
        foreach (int seconds in (int[])[30, 60])
        {
            _time.Now += TimeSpan.FromSeconds(seconds);
            Assert.Equal(1, other.Bridge.Timers.FireDue());
            await other.Settle();
        }
        Assert.Equal([(1, ExecutionStatus.Failed), (2, ExecutionStatus.Failed), (3, ExecutionStatus.Succeeded)], other.Show(run).Stages.Select(stage => (stage.Attempt, stage.Status)));
        Assert.Equal(RunStatus.Succeeded, other.Show(run).Status);
        Assert.Empty(other.Show(run).Incidents!);
    }

    [Fact]
    public async Task Settle_TrialFailsWithAPause_OnlyThatTrialRunsAgain()
    {
        Fail("tune/1", times: 1);
        TestProcess process = _home.NewProcess(_time);
        string run = process.StartRun(With("tune", """{ "retry": { "delay": "00:00:30", "errors": ["rows-late"] } }""", FakeStages.Tune));
        await process.Settle();
        _time.Now += TimeSpan.FromSeconds(30);
        process.Bridge.Timers.FireDue();
        await process.Settle();
        Assert.Equal(RunStatus.Succeeded, process.Show(run).Status);
        Assert.Equal(1, _home.Stages.Calls.Count(call => call == "tune/0"));
        Assert.Equal(2, _home.Stages.Calls.Count(call => call == "tune/1"));
    }

    [Fact]
    public async Task Settle_TrialKeepsFailing_IsTriedAsOftenAsThePolicySays()
    {
        Fail("tune/1", times: 99);
        TestProcess process = _home.NewProcess();
        string run = process.StartRun(With("tune", """{ "retry": { "maxRetryAttempts": 3, "errors": ["*"] } }""", FakeStages.Tune));
        await process.Settle();
        Assert.Equal(RunStatus.Failed, process.Show(run).Status);
        Assert.Equal(4, _home.Stages.Calls.Count(call => call == "tune/1"));
    }

    [Fact]
    public async Task Run_LongerThanItsTimeout_IsStoppedAndFails()
    {
        bool wasTold = false;
        _home.Stages.On("a", (_, cancellation) =>
        {
            wasTold = cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
            throw new OperationCanceledException(cancellation);
        });
        TestProcess process = _home.NewProcess();
        string run = process.StartRun(With("a", """{ "timeout": "00:00:00.050" }"""));
        await process.Settle();
        Assert.True(wasTold);
        StageExecutionRow stage = Assert.Single(process.Show(run).Stages);
        Assert.Equal((ExecutionStatus.Failed, "timeout", "it took longer than its timeout of 00:00:00.0500000; expected it to end before. Give it more by \"timeout\"."),
            (stage.Status, stage.Error!.Code, stage.Error.Message));
        Assert.Equal(RunStatus.Failed, process.Show(run).Status);
        Assert.Empty(process.Effects());
    }

    [Fact]
    public async Task RunAsync_OnHangfire_TimeoutAndPauseEndWell()
    {
        int calls = 0;
        _home.Stages.On("a", (context, cancellation) =>
        {
            if (Interlocked.Increment(ref calls) > 1) return FakeStages.Done(context, "a");
            cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
            throw new OperationCanceledException(cancellation);
        });
        TestProcess process = _home.NewProcess();
        string run = process.StartRun(With("a", """{ "timeout": "00:00:00.100", "retry": { "delay": "00:00:00.100" } }"""));
        using SqliteStorage storage = new(Path.Combine(_home.Path, "hangfire.db"));
        await HangfireServing.UntilEnded(process, storage, run);
        Assert.Equal([(1, ExecutionStatus.Failed), (2, ExecutionStatus.Succeeded)], process.Show(run).Stages.Select(stage => (stage.Attempt, stage.Status)));
    }

    private static Flow With(string id, string custom, string type = FakeStages.Work) => new Flow("policy").Box(id, type, ("customProperties", JsonNode.Parse(custom)!));

    private void Fail(string call, int times)
    {
        int left = times;
        _home.Stages.On(call, (context, _) => Interlocked.Decrement(ref left) >= 0 ? throw new StageException("rows-late", "the rows are late.") : FakeStages.Done(context, call));
    }
}
