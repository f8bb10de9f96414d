using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class WorkflowRunsTests : IDisposable
{
    private static readonly Flow Child = new Flow("child").Work("c");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public WorkflowRunsTests() => _process = _home.NewProcess().Knows(Child);

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Start_WithinATransactionThatFails_KeepsNothing()
    {
        RunRequest request = _process.Request(Child);
        Assert.Throws<InvalidOperationException>(() => _process.Catalog.Write(tx =>
        {
            _process.Bridge.Runs.Start(tx, request);
            throw new InvalidOperationException("the day's results could not be kept");
        }));
        Assert.Empty(_process.Catalog.Read(tx => tx.Runs.All()));
        Assert.Equal(0, _process.Dispatcher.DispatchPending());
        Assert.Equal("child-0001", _process.Bridge.Runs.Start(request));
    }

    [Fact]
    public void Start_UnknownScenario_KeepsNothing()
    {
        RunRequest request = _process.Request(Child) with
        {
            Inputs = new Dictionary<string, JsonElement> { ["scenario"] = JsonSerializer.SerializeToElement(Path.Combine(_home.Path, "no-such")) },
        };
        Assert.Throws<ScenarioException>(() => _process.Bridge.Runs.Start(request));
        Assert.Empty(_process.Catalog.Read(tx => tx.Runs.All()));
    }

    [Fact]
    public void Start_NoStageAtAll_EndsAtOnce()
    {
        string run = _process.StartRun(new Flow("talk").Line("say", "hello"));
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);
        Assert.Equal(new JournalRow("say", "Elsa.WriteLine", "Done", "hello", "Workflow1:flow:say#0"), Assert.Single(_process.Show(run).Journal!));
    }

    [Fact]
    public void Start_ChangedContentUnderTheSameVersion_IsANewRevision()
    {
        _process.StartRun(new Flow("flow").Work("a"));
        _process.StartRun(new Flow("flow").Work("b"));
        _process.StartRun(new Flow("flow").Work("a"));
        string[] hashes = [.. _process.Catalog.Read(tx => tx.Runs.All()).Select(run => run.DefinitionHash)];
        Assert.Equal(hashes[0], hashes[2]);
        Assert.Equal([1, 2], _process.Catalog.Read(tx => new[] { tx.Definitions.RevisionOf(hashes[0]), tx.Definitions.RevisionOf(hashes[1]) }));
    }

    [Fact]
    public async Task Dispatch_Waiting_ParentGoesOnWhenTheChildHasEnded()
    {
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true).Work("after").Arrows("dispatch>after"));
        await _process.Settle();
        Assert.Equal(["c", "after"], _home.Stages.Calls);
        RunRow child = _process.Show("child-0001");
        Assert.Equal((RunStatus.Succeeded, parent, new RunCause("dispatch", parent)), (child.Status, child.ParentRunId, child.Cause));
        Assert.Equal(RunStatus.Succeeded, _process.Show(parent).Status);
    }

    [Fact]
    public async Task Dispatch_NotWaiting_BothGoOn()
    {
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: false).Work("after").Arrows("dispatch>after"));
        await _process.Settle();
        Assert.Equal(["after", "c"], _home.Stages.Calls.Order(StringComparer.Ordinal));
        Assert.All((string[])[parent, "child-0001"], run => Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status));
    }

    [Fact]
    public async Task Dispatch_Child_InheritsWhatItsParentIsAbout()
    {
        Flow flow = new Flow("parent").Dispatch("dispatch", "child", waits: true);
        StoryRow story = _process.Catalog.Write(tx => tx.Stories.Begin("telco-churn", Shipped.Telco, seed: 7, "price", "day", TestProcess.Start));
        string parent = _process.Bridge.Runs.Start(_process.Request(flow) with { StoryId = story.Id, ModelName = story.ModelName, RootSeed = 3, SimulatedAt = TestProcess.Start.AddDays(9) });
        await _process.Settle();
        RunRow child = _process.Show("child-0001");
        Assert.Equal((story.Id, "telco-churn-0001", 3, "telco-churn", TestProcess.Start.AddDays(9)), (child.StoryId, child.ModelName, child.RootSeed, child.Scenario, child.SimulatedAt));
        Assert.Equal(Seeds.Derive(7, "Workflow1:flow:dispatch#0"), child.Seed);
        Assert.Equal([parent, "child-0001"], _process.Catalog.Read(tx => tx.Runs.OfStory(story.Id)).Select(run => run.Id));
    }

    [Fact]
    public void Start_FollowsAnEndpointOfAStory_StartsAtTheStorysClock()
    {
        StoryRow story = _process.Catalog.Write(tx => tx.Stories.Begin("telco-churn", Shipped.Telco, seed: 7, "price", "done", TestProcess.Start.AddDays(26)));

        Assert.Equal(TestProcess.Start.AddDays(26), StartedAt(story.ModelName));
        Assert.Equal(TestProcess.Start, StartedAt("telco-churn"));    // of which the home knows no time

        DateTimeOffset StartedAt(string endpoint) =>
            _process.Show(_process.Bridge.Runs.Start(_process.Request(new Flow("flow").Work("a")) with { ModelName = endpoint, FollowsEndpoint = true })).SimulatedAt;
    }

    [Fact]
    public async Task Dispatch_ByAMonitorRunThatDecidedSo_IsCausedByTheReport()
    {
        _home.Stages.On("check", (context, _) => FakeStages.Done(context, "check") with
        {
            Effects = [new DriftChecked("telco-churn", true, JsonSerializer.SerializeToElement(new { rows = 60 }), "retrain", "drift", AlarmReportId: null, ChangedAt: null, Cause: "quality")],
        });
        _process.StartRun(new Flow("monitor").Work("check").Dispatch("retrain", "child", waits: true).Arrows("check>retrain"));
        await _process.Settle();
        Assert.Equal(new RunCause("quality", "drift-0001"), _process.Show("child-0001").Cause);
    }

    [Fact]
    public async Task Dispatch_ChildFails_ParentGoesOnAsInElsa()
    {
        _home.Stages.On("c", (_, _) => throw new StageException("bad", "bad."));
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true).Work("after").Arrows("dispatch>after"));
        await _process.Settle();
        Assert.Equal((RunStatus.Failed, RunStatus.Succeeded), (_process.Show("child-0001").Status, _process.Show(parent).Status));
    }

    [Fact]
    public async Task Dispatch_NoSuchWorkflow_ParentFailsAndSaysSo()
    {
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "nowhere", waits: true));
        await _process.Settle();
        Assert.Equal(RunStatus.Failed, _process.Show(parent).Status);
        Assert.Equal("activity 'dispatch' (Elsa.DispatchWorkflow): workflow 'nowhere' could not be started: there is no published definition 'nowhere'; "
            + "expected one in the folder of workflows. Name the folder by --workflows.", _process.Show(parent).Error);
    }

    [Fact]
    public async Task Dispatch_CarriedTwice_StartsOneRun()
    {
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true));
        DispatchRow row = Assert.IsType<DispatchRow>(Assert.Single(_process.Catalog.Write(tx => tx.Outbox.TakeAll("nobody"))));
        TestProcess other = _home.NewProcess().Knows(Child);
        _process.Catalog.Write(tx => _process.Bridge.Runs.StartDispatched(tx, row));
        other.Catalog.Write(tx => other.Bridge.Runs.StartDispatched(tx, row));
        await _process.Settle();
        Assert.Equal(["c"], _home.Stages.Calls);
        Assert.Equal(["parent-0001", "child-0001"], _process.Catalog.Read(tx => tx.Runs.All()).Select(run => run.Id));
        Assert.Equal(RunStatus.Succeeded, _process.Show(parent).Status);
    }

    [Fact]
    public async Task Dispatch_FromAProcessWithoutTheFolder_TakesTheCatalogsNewest()
    {
        _process.StartRun(Child);
        TestProcess elsewhere = _home.NewProcess();
        string parent = elsewhere.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true));
        await elsewhere.Settle();
        Assert.Equal(RunStatus.Succeeded, elsewhere.Show(parent).Status);
        Assert.Equal(parent, elsewhere.Show("child-0002").ParentRunId);
    }

    [Fact]
    public async Task Cancel_WhileAStageWorksInAnotherProcess_ItsTokenIsCancelledAndNothingIsKept()
    {
        using ManualResetEventSlim working = new();
        bool wasTold = false;
        _home.Stages.On("a", (context, cancellation) =>
        {
            working.Set();
            wasTold = cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
            cancellation.ThrowIfCancellationRequested();
            return FakeStages.Done(context, "a");
        });
        string run = _process.StartRun(new Flow("long").Work("a", "b").Arrows("a>b"));
        _process.Dispatcher.DispatchPending();
        Task job = Task.Run(() => _process.Deliver(_home.Jobs.Next()!.Key));
        Assert.True(working.Wait(TimeSpan.FromSeconds(60)));
        TestProcess other = _home.NewProcess();
        Assert.True(other.Bridge.Runs.Cancel(run));
        await job;

        Assert.True(wasTold);
        RunRow shown = other.Show(run);
        Assert.Equal((RunStatus.Cancelled, ExecutionStatus.Cancelled), (shown.Status, Assert.Single(shown.Stages).Status));
        Assert.Empty(other.Effects());
        Assert.False(other.Bridge.Runs.Cancel(run));
    }

    [Fact]
    public async Task Cancel_StageIgnoresItsToken_WhatItMadeIsRefused()
    {
        string? run = null;
        _home.Stages.On("a", (context, _) => { _process.Bridge.Runs.Cancel(run!); return FakeStages.Done(context, "a"); });
        run = _process.StartRun(new Flow("deaf").Work("a", "b").Arrows("a>b"));
        await _process.Settle();
        Assert.Equal(RunStatus.Cancelled, _process.Show(run).Status);
        Assert.Empty(_process.Effects());
        Assert.Equal(["a"], _home.Stages.Calls);
    }

    [Fact]
    public async Task Cancel_WaitingParent_CancelsTheChildToo()
    {
        string parent = _process.StartRun(new Flow("parent").Dispatch("dispatch", "child", waits: true));
        _process.Dispatcher.DispatchPending();
        Assert.True(_process.Bridge.Runs.Cancel(parent));
        await _process.Settle();
        Assert.All((string[])[parent, "child-0001"], run => Assert.Equal(RunStatus.Cancelled, _process.Show(run).Status));
        Assert.Empty(_home.Stages.Calls);
    }

    [Fact]
    public void Cancel_UnknownRun_SaysSo() =>
        Assert.Equal("there is no run 'lifecycle-0099'; see mlops runs.", Assert.Throws<KeyNotFoundException>(() => _process.Bridge.Runs.Cancel("lifecycle-0099")).Message);

    [Fact]
    public async Task Deploy_Effect_RegistersServesAndClosesTheAlert()
    {
        ContentHash package = ContentHash.Of("package"u8);
        _home.Stages.On("deploy", (context, _) => FakeStages.Done(context, "deploy") with
        {
            Effects =
            [
                new DriftChecked("telco-churn", true, JsonSerializer.SerializeToElement(new { rows = 60 }), "wait", "labels", null, null) { Signals = [new("drift", "tenure", true, "Drift in tenure.")] },
                new ModelDeployed("telco-churn", package, null, new Dictionary<string, double> { ["auc"] = 0.8 }, JsonSerializer.SerializeToElement(new { }), "champion", TestProcess.Start.AddDays(2)),
            ],
        });
        string run = _process.StartRun(new Flow("ship").Work("deploy"));
        await _process.Settle();
        CatalogView view = new(_process.Catalog);
        Assert.Equal((1, package, run), (view.ModelByAlias("telco-churn", "champion")!.Version, view.ModelByAlias("telco-churn", "champion")!.Sha256, view.ModelByAlias("telco-churn", "champion")!.RunId));
        Assert.Null(view.DeploymentAt("telco-churn", TestProcess.Start.AddDays(1)));
        Assert.Equal(1, view.DeploymentAt("telco-churn", TestProcess.Start.AddDays(2))!.Version);
        Assert.Equal(TestProcess.Start.AddDays(2), Assert.Single(_process.Catalog.Read(tx => tx.Alerts.Of("telco-churn"))).ClearedAt);
    }
}
