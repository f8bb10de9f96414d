using Hangfire;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The bridge on Hangfire itself, with its jobs in SQLite.</summary>
public sealed class HangfireTests : IDisposable
{
    private static readonly Flow Whole = new Flow("whole").Work("a", "b", "c").Tune("tune").JoinAll("join").Arrows("a>b", "a>c", "b>join", "c>join", "join>tune");
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task RunAsync_WholeWorkflow_EachEffectOnce()
    {
        TestProcess process = _home.NewProcess();
        string run = process.StartRun(Whole);
        using SqliteStorage storage = Storage();
        await Serve(process, storage, run);
        Assert.Equal(RunStatus.Succeeded, process.Show(run).Status);
        Assert.All(process.Effects().Values, times => Assert.Equal(1, times));
        Assert.All(process.Show(run).Stages, stage => Assert.NotNull(stage.JobId));
    }

    [Fact]
    public async Task RunAsync_TwoProcessesOnOneHome_ShareTheWorkAndDoNothingTwice()
    {
        TestProcess first = _home.NewProcess(), second = _home.NewProcess();
        string[] runs = [.. Enumerable.Range(0, 6).Select(seed => first.StartRun(Whole, seed))];
        using SqliteStorage mine = Storage(), others = Storage();
        await Task.WhenAll(Serve(first, mine, runs), Serve(second, others, runs));
        Assert.All(runs, run => Assert.Equal(RunStatus.Succeeded, first.Show(run).Status));
        Assert.All(first.Effects().Values, times => Assert.Equal(6, times));
        Assert.Equal(6 * 10, _home.Stages.Calls.Count);
    }

    [Fact]
    public async Task RunAsync_HangfireFileWasDeleted_RunGoesOn()
    {
        TestProcess process = _home.NewProcess();
        string run = process.StartRun(Whole);
        using (SqliteStorage lost = Storage())
        {
            Assert.Equal(1, process.Bridge.DispatcherTo(JobsOn(lost)).DispatchPending());
        }
        foreach (string file in Directory.GetFiles(_home.Path, "hangfire.db*")) File.Delete(file);
        using SqliteStorage storage = Storage();
        // The new file counts its jobs from 1 again: another job has the lost one's id.
        new BackgroundJobClient(storage).Enqueue(() => Console.Out.Flush());
        await Serve(process, storage, run);
        Assert.Equal(RunStatus.Succeeded, process.Show(run).Status);
        Assert.All(process.Effects().Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public void IsPending_JobOfThatIdForAnother_IsNot()
    {
        using SqliteStorage storage = Storage();
        HangfireStageJobs jobs = JobsOn(storage);
        ExecutionKey key = new("whole-0001", "flow:a#0", Ordinal: 3, Attempt: 1);
        string id = jobs.Enqueue(key, new Dictionary<string, string>());
        Assert.True(jobs.IsPending(id, key));
        Assert.False(jobs.IsPending(id, key with { Ordinal = null }));
        Assert.False(jobs.IsPending("99", key));
    }

    private SqliteStorage Storage() => new(Path.Combine(_home.Path, "hangfire.db"));

    private static HangfireStageJobs JobsOn(JobStorage storage) => new(new BackgroundJobClient(storage), storage);

    private static Task Serve(TestProcess process, JobStorage storage, params string[] runs) => HangfireServing.UntilEnded(process, storage, runs);
}
