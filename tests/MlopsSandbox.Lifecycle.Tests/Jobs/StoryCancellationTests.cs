using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>What becomes of a story's runs, and of what they asked for, when it is cancelled.</summary>
public sealed class StoryCancellationTests : IDisposable
{
    private static readonly Flow Child = new Flow("child").Work("c");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;
    private readonly StoryRow _story, _other;

    public StoryCancellationTests()
    {
        _process = _home.NewProcess().Knows(Child);
        (_story, _other) = (Begin(), Begin());
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task CancelStory_RunsUnderWay_EndsThemAndThoseThatTheyWaitForAndNoOthers()
    {
        string parent = Start(_story, new Flow("parent").Dispatch("call", "child", waits: true)), waiting = Start(_story, new Flow("waiting").Event("paid", "paid"));
        string foreign = Start(_other, new Flow("foreign").Work("f")), outside = _process.StartRun(new Flow("outside").Work("o"));
        _process.Dispatcher.DispatchPending();

        Cancel();
        await _process.Settle();

        RunRow[] ofStory = [.. _process.Catalog.Read(tx => tx.Runs.OfStory(_story.Id))];
        Assert.Equal([parent, waiting, "child-0001"], ofStory.Select(run => run.Id));
        Assert.All(ofStory, run => Assert.Equal(RunStatus.Cancelled, run.Status));
        Assert.All([foreign, outside], run => Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status));
        Assert.Equal(["f", "o"], _process.Effects().Keys.Order());
    }

    [Fact]
    public async Task CancelStory_MoreThanHaveATurn_EndsThoseThatWaitForTheirsToo()
    {
        Flow single = new Flow("single").Work("s").AtMost(1);
        string[] runs = [Start(_story, single), Start(_story, single), Start(_other, single)];

        Cancel();
        await _process.Settle();

        Assert.Equal([RunStatus.Cancelled, RunStatus.Cancelled, RunStatus.Succeeded], runs.Select(run => _process.Show(run).Status));
    }

    [Fact]
    public async Task CancelStory_WhatItsRunsHaveAskedForAndNobodyHasBegun_IsBegunNoMore()
    {
        _process.Knows(new Flow("started").Trigger("paid", "Elsa.Event", "eventName", "paid"));
        string run = Start(_story, new Flow("asking").Dispatch("call", "child", waits: false).Publish("publish", "paid").Arrows("call>publish"));
        Assert.Equal(RunStatus.Succeeded, _process.Show(run).Status);

        Cancel();
        await _process.Settle();

        Assert.Equal([run], _process.Catalog.Read(tx => tx.Runs.All()).Select(one => one.Id));
        Assert.True(_process.Catalog.Read(tx => tx.Outbox.IsEmpty()));
    }

    [Fact]
    public async Task CancelStory_AStageAtWork_DoesNotCommit()
    {
        Start(_story, new Flow("working").Work("w"));
        _process.Dispatcher.DispatchPending();
        _process.Told = happened => { if (happened is Lifecycle.Jobs.StageStarted) Cancel(); };

        await _process.Settle();

        Assert.Equal(RunStatus.Cancelled, Assert.Single(_process.Catalog.Read(tx => tx.Runs.OfStory(_story.Id))).Status);
        Assert.Empty(_process.Effects());
    }

    private void Cancel() => _process.Catalog.Write(tx =>
    {
        tx.Stories.Cancel(_story.Id);
        _process.Bridge.Runs.CancelStory(tx, _story.Id);
    });

    private string Start(StoryRow story, Flow flow) => _process.Bridge.Runs.Start(_process.Request(flow) with { StoryId = story.Id });

    private StoryRow Begin() => _process.Catalog.Write(tx => tx.Stories.Begin("telco-churn", "/telco-churn", seed: 7, "none", "serve", TestProcess.Start));
}
