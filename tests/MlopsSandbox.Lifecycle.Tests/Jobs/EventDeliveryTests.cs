using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class EventDeliveryTests : IDisposable
{
    private static readonly JsonElement Seven = JsonSerializer.SerializeToElement(7);
    private static readonly Flow Waiting = new Flow("waiting").Event("paid", "paid").Tell("tell", "paid").Arrows("paid>tell");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public EventDeliveryTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Deliver_ToAll_EveryRunThatWaitsGoesOnWithWhatItBrought()
    {
        string[] runs = [_process.StartRun(Waiting), _process.StartRun(Waiting)];
        Assert.All(runs, run => Assert.Equal(RunStatus.Waiting, _process.Show(run).Status));
        Assert.Empty(_process.Bridge.Events.Deliver(new PublishedEvent("Paid", Seven)));
        Assert.Equal(runs, _process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven)));
        Assert.All(runs, run => Assert.Equal("7", _process.Show(run).Journal![^1].Text));
        Assert.Empty(_process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven)));
    }

    [Fact]
    public void Deliver_ToOneRun_OthersStillWait()
    {
        string[] runs = [_process.StartRun(Waiting), _process.StartRun(Waiting)];
        Assert.Equal([runs[1]], _process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven) { RunId = runs[1] }));
        Assert.Equal(RunStatus.Waiting, _process.Show(runs[0]).Status);
    }

    [Fact]
    public void Deliver_WithACorrelation_OnlyRunsThatAreTiedToItHear()
    {
        string untied = _process.StartRun(Waiting);
        string before = _process.StartRun(new Flow("before").Correlate("tie", "order-7").Event("paid", "paid").Arrows("tie>paid"));
        string after = _process.StartRun(new Flow("after").Line("go", "go").Event("paid", "paid").Line("step", "step").Correlate("tie", "order-7")
            .Arrows("go>paid", "go>step", "step>tie"));
        string other = _process.StartRun(new Flow("other").Correlate("tie", "order-8").Event("paid", "paid").Arrows("tie>paid"));
        Assert.Equal([before, after], _process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven) { CorrelationId = "order-7" }));
        Assert.Equal([untied, other], _process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven)));
    }

    [Fact]
    public void Deliver_DefinitionWithThatTrigger_StartsARun()
    {
        _process.Knows(new Flow("started").Trigger("paid", "Elsa.Event", "eventName", "paid").Tell("tell", "paid").Event("again", "again").Arrows("paid>tell", "tell>again"));
        _process.Knows(new Flow("another").Trigger("other", "Elsa.Event", "eventName", "other"));
        string run = Assert.Single(_process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven) { CorrelationId = "order-7" }));
        Assert.Equal(("started", new RunCause("event", "paid"), "7"), (_process.Show(run).Workflow, _process.Show(run).Cause, _process.Show(run).Journal![1].Text));
        Assert.Equal([run], _process.Bridge.Events.Deliver(new PublishedEvent("again", Seven) { CorrelationId = "order-7" }));
        Assert.Empty(_process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven) { RunId = run }));
    }

    [Fact]
    public void Deliver_ScenarioOfTheTriggeredDefinitionIsMissing_IsToldAndOthersStart()
    {
        Flow broken = new Flow("broken").Trigger("paid", "Elsa.Event", "eventName", "paid").Scenario("call", "no-such-scenario").Arrows("paid>call");
        _process.Knows(broken).Knows(new Flow("whole").Trigger("paid", "Elsa.Event", "eventName", "paid"));
        Assert.Equal(["whole-0001"], _process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven)));
        Assert.StartsWith("event 'paid' starts no run of workflow 'broken': ", Assert.Single(_process.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishEvent_InARun_IsDeliveredOnceItWaits()
    {
        string waiting = _process.StartRun(Waiting);
        string local = _process.StartRun(new Flow("local").Publish("publish", "paid", isLocal: true).Event("paid", "paid").Tell("tell", "paid").Arrows("publish>paid", "paid>tell"));
        await _process.Settle();
        Assert.Equal("\"publish\"", _process.Show(local).Journal![^1].Text);
        Assert.Equal(RunStatus.Waiting, _process.Show(waiting).Status);
        _process.StartRun(new Flow("all").Publish("publish", "paid"));
        await _process.Settle();
        Assert.Equal(RunStatus.Succeeded, _process.Show(waiting).Status);
    }

    [Fact]
    public async Task PublishEvent_InAStory_StaysInTheStory()
    {
        StoryRow[] stories = [Begin(), Begin()];
        string outside = _process.StartRun(Waiting);
        string[] inside = [.. stories.Select(story => _process.Bridge.Runs.Start(_process.Request(Waiting) with { StoryId = story.Id }))];
        _process.Knows(new Flow("started").Trigger("paid", "Elsa.Event", "eventName", "paid"));
        _process.Bridge.Runs.Start(_process.Request(new Flow("publisher").Publish("publish", "paid")) with { StoryId = stories[1].Id });
        await _process.Settle();
        Assert.Equal([RunStatus.Waiting, RunStatus.Waiting, RunStatus.Succeeded], new[] { outside, inside[0], inside[1] }.Select(run => _process.Show(run).Status));
        Assert.Equal(stories[1].Id, _process.Show("started-0001").StoryId);
    }

    [Fact]
    public void Cancel_RunThatWaits_NoLongerHears()
    {
        string run = _process.StartRun(Waiting);
        _process.Bridge.Runs.Cancel(run);
        Assert.Empty(_process.Catalog.Read(tx => tx.EventWaits.Names()));
        Assert.Empty(_process.Bridge.Events.Deliver(new PublishedEvent("paid", Seven)));
    }

    private StoryRow Begin() => _process.Catalog.Write(tx => tx.Stories.Begin("telco-churn", "/telco-churn", seed: 7, "none", "serve", TestProcess.Start));
}
