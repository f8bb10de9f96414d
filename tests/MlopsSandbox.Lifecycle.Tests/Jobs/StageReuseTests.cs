using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class StageReuseTests : IDisposable
{
    private static readonly Flow Chain = new Flow("chain").Pure("a").Pure("b").Work("c").Arrows("a>b", "b>c");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public StageReuseTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Settle_MadeFromTheSameBefore_TakesItsOutputsAndWorksOnlyWhereItMust()
    {
        RunRow first = await Ran(Chain), second = await Ran(Chain);

        Assert.Equal(["a", "b", "c", "c"], _home.Stages.Calls);
        Assert.Equal([("a", true, "chain-0001"), ("b", true, "chain-0001"), ("c", false, null)], second.Stages.Select(stage => (stage.ActivityId, stage.Cached, stage.CachedFrom)));
        Assert.All(second.Stages, stage => Assert.Equal((ExecutionStatus.Succeeded, "Done"), (stage.Status, stage.Outcome)));
        Assert.Equal(first.Stages.Select(Made), second.Stages.Select(Made));
        Assert.All(first.Stages, stage => Assert.False(stage.Cached));
        Assert.Equal((1, 1, 2), (_process.Effects()["a"], _process.Effects()["b"], _process.Effects()["c"]));
        Assert.All(second.Stages, stage => Assert.Equal(0.75, stage.Metrics["auc"]));
    }

    [Fact]
    public async Task Settle_AnotherSeedOrSetting_Works()
    {
        await Ran(Chain);
        RunRow other = await Ran(Chain, seed: 8), changed = await Ran(new Flow("chain").Pure("a", level: "high").Pure("b").Work("c").Arrows("a>b", "b>c"));
        Assert.All(other.Stages, stage => Assert.False(stage.Cached));
        Assert.False(changed.Stages[0].Cached);
        Assert.True(changed.Stages[1].Cached);      // a made the same again
    }

    [Fact]
    public async Task Settle_InputFromBeforeIsAnother_Works()
    {
        await Ran(Chain);
        _home.Stages.On("a", (context, _) => FakeStages.Done(context, "other"));
        RunRow changed = await Ran(new Flow("chain").Pure("a", level: "high").Pure("b").Work("c").Arrows("a>b", "b>c"));
        Assert.All(changed.Stages, stage => Assert.False(stage.Cached));
    }

    [Theory]
    [InlineData("the file was changed")]
    [InlineData(null)]
    public async Task Settle_WhatItReadsIsAnotherOrCannotBeTold_Works(string? dependsOn)
    {
        await Ran(Chain);
        _home.Stages.DependsOn = dependsOn;
        Assert.All((await Ran(Chain)).Stages, stage => Assert.False(stage.Cached));
    }

    [Fact]
    public async Task Settle_ToldNotToReuse_WorksAndSoDoesWhatItDispatches()
    {
        _process.Knows(Chain);
        await Ran(Chain);
        string run = _process.Bridge.Runs.Start(_process.Request(Chain) with { Reuses = false });
        await _process.Settle();
        Assert.All(_process.Show(run).Stages, stage => Assert.False(stage.Cached));
    }

    [Fact]
    public async Task Settle_ArtifactWasDeleted_WorksAgain()
    {
        RunRow first = await Ran(Chain);
        File.Delete(new ArtifactStore(Path.Combine(_home.Path, "artifacts")).PathOf(first.Stages[0].Outputs["made"].Hash!.Value));
        RunRow second = await Ran(Chain);
        Assert.Equal([false, true, false], second.Stages.Select(stage => stage.Cached));
    }

    [Fact]
    public async Task Settle_FailedBefore_Works()
    {
        _home.Stages.On("a", (_, _) => throw new StageException("bad", "bad."));
        await Ran(Chain);
        _home.Stages.On("a", (context, _) => FakeStages.Done(context, "a"));
        Assert.All((await Ran(Chain)).Stages, stage => Assert.False(stage.Cached));
    }

    private static string Made(StageExecutionRow stage) => stage.Outputs["made"].Hash.ToString()!;

    private async Task<RunRow> Ran(Flow flow, int seed = 7)
    {
        string run = _process.StartRun(flow, seed);
        await _process.Settle();
        return _process.Show(run);
    }
}
