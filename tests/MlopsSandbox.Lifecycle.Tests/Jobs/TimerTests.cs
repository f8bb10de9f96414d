using Microsoft.Extensions.Time.Testing;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class TimerTests : IDisposable
{
    private static readonly Flow Waiting = new Flow("waiting").Delay("wait", "01:00:00").Work("after").Arrows("wait>after");
    private readonly TestHome _home = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Delay_OutsideAStory_GoesByTheRealClock()
    {
        TestProcess process = _home.NewProcess(_time);
        string run = process.StartRun(Waiting);
        await process.Settle();
        Assert.Equal(RunStatus.Waiting, process.Show(run).Status);
        Assert.Equal(_time.Now.AddHours(1), Assert.Single(process.Catalog.Read(tx => tx.Timers.Of(run))).DueAt);

        _time.Now += TimeSpan.FromMinutes(59);
        Assert.Equal(0, process.Bridge.Timers.FireDue());
        _time.Now += TimeSpan.FromMinutes(1);
        await process.Settle();

        Assert.Equal(RunStatus.Succeeded, process.Show(run).Status);
        Assert.Empty(process.Catalog.Read(tx => tx.Timers.Of(run)));
        Assert.Equal(["after"], _home.Stages.Calls);
    }

    [Fact]
    public void FireDue_ByAnotherProcessAfterTheFirstDied_GoesOn()
    {
        TestProcess first = _home.NewProcess(_time);
        string run = first.StartRun(new Flow("waiting").Delay("wait", "01:00:00").Line("say", "done").Arrows("wait>say"));
        first.Die();
        _time.Now += TimeSpan.FromDays(1);
        TestProcess second = _home.NewProcess(_time);
        Assert.Equal(1, second.Bridge.Timers.FireDue());
        Assert.Equal(RunStatus.Succeeded, second.Show(run).Status);
    }

    [Fact]
    public void FireDue_ByTwoProcessesAtOnce_FiresEachTimerOnce()
    {
        TestProcess[] processes = [_home.NewProcess(_time), _home.NewProcess(_time)];
        string[] runs = [.. Enumerable.Range(0, 20).Select(_ => processes[0].StartRun(Waiting))];
        _time.Now += TimeSpan.FromHours(1);
        int fired = processes.AsParallel().WithDegreeOfParallelism(2).Sum(process => process.Bridge.Timers.FireDue());
        Assert.Equal(runs.Length, fired);
        Assert.All(runs, run => Assert.Equal(["after"], processes[0].Show(run).Stages.Select(stage => stage.ActivityId)));
    }

    [Fact]
    public void FireDue_SeveralAreDue_TheEarliestFiresFirst()
    {
        TestProcess process = _home.NewProcess(_time);
        process.StartRun(new Flow("waiting").Line("go", "go").Delay("long", "02:00:00").Delay("short", "01:00:00").Line("l", "long").Line("s", "short")
            .Arrows("go>long", "go>short", "long>l", "short>s"));
        _time.Now += TimeSpan.FromDays(1);
        process.Bridge.Timers.FireDue();
        process.Dispatcher.DispatchPending();
        Assert.Equal(["go", "short", "long"], process.Events.OfType<LineWritten>().Select(line => line.Text));
    }

    [Fact]
    public void Cancel_RunThatWaits_ForgetsItsTimer()
    {
        TestProcess process = _home.NewProcess(_time);
        string run = process.StartRun(Waiting);
        process.Bridge.Runs.Cancel(run);
        Assert.Empty(process.Catalog.Read(tx => tx.Timers.Of(run)));
        _time.Now += TimeSpan.FromHours(1);
        Assert.Equal(0, process.Bridge.Timers.FireDue());
        Assert.Equal(RunStatus.Cancelled, process.Show(run).Status);
    }

    [Fact]
    public async Task Dispatch_WaitsForARunThatWaits_WaitsToo()
    {
        TestProcess process = _home.NewProcess(_time).Knows(Waiting);
        string parent = process.StartRun(new Flow("parent").Dispatch("call", "waiting", waits: true));
        await process.Settle();
        Assert.Equal(RunStatus.Waiting, process.Show(parent).Status);
        _time.Now += TimeSpan.FromHours(1);
        process.Bridge.Timers.FireDue();
        Assert.Equal(RunStatus.Running, process.Show(parent).Status);
        await process.Settle();
        Assert.Equal(RunStatus.Succeeded, process.Show(parent).Status);
    }

    [Fact]
    public void Delay_InAStory_GoesByTheStorysClock()
    {
        TestProcess process = _home.NewProcess(_time);
        StoryRow story = Begin(process);
        string run = process.Bridge.Runs.Start(process.Request(Waiting) with { StoryId = story.Id });
        _time.Now += TimeSpan.FromDays(365);
        Assert.Equal(0, process.Bridge.Timers.FireDue());

        Move(process, story, TestProcess.Start.AddMinutes(59));
        Assert.False(process.Catalog.Read(tx => tx.Timers.AnyDueIn(story.Id)));
        Assert.Equal(0, process.Bridge.Timers.FireDue());
        Move(process, story, TestProcess.Start.AddHours(1));
        Assert.True(process.Catalog.Read(tx => tx.Timers.AnyDueIn(story.Id)));
        Assert.Equal(1, process.Bridge.Timers.FireDue());
        Assert.Equal(RunStatus.Running, process.Show(run).Status);
    }

    [Fact]
    public void Delay_AfterADelayThatTheStorysClockHasPassed_CountsFromThere()
    {
        TestProcess process = _home.NewProcess(_time);
        StoryRow story = Begin(process);
        string run = process.Bridge.Runs.Start(process.Request(new Flow("steps")
            .Delay("a", "06:00:00").Delay("b", "06:00:00").Delay("c", "18:00:00").Arrows("a>b", "b>c")) with { StoryId = story.Id });
        Move(process, story, TestProcess.Start.AddDays(1));
        Assert.Equal(2, process.Bridge.Timers.FireDue());
        Assert.Equal(TestProcess.Start.AddHours(30), Assert.Single(process.Catalog.Read(tx => tx.Timers.Of(run))).DueAt);
    }

    [Fact]
    public async Task RunAsync_NothingElseHappens_WakesWhenTheTimerIsDue()
    {
        FakeTimeProvider time = new(TestProcess.Start);
        TestProcess process = _home.NewProcess(time);
        string run = process.StartRun(new Flow("waiting").Delay("wait", "00:00:50").Line("say", "done").Arrows("wait>say"));
        using CancellationTokenSource stop = new();
        Task loop = process.Bridge.Timers.RunAsync(stop.Token);
        time.Advance(TimeSpan.FromSeconds(50));
        await process.Catalog.WaitFor(tx => tx.Runs.HasEnded(run), CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
    }

    private static StoryRow Begin(TestProcess process) =>
        process.Catalog.Write(tx => tx.Stories.Begin("telco-churn", "/telco-churn", seed: 7, "none", "serve", TestProcess.Start));

    private static void Move(TestProcess process, StoryRow story, DateTimeOffset to) => process.Catalog.Write(tx => tx.Stories.Save(story with { SimulatedAt = to }));
}
