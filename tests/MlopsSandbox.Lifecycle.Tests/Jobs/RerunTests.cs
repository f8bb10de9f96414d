using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class RerunTests : IDisposable
{
    private static readonly Dictionary<string, JsonElement> Same = [];
    private static readonly Flow Diamond = new Flow("flow").Work("a", "b", "c", "d").JoinAll("join").Arrows("a>b", "a>c", "b>join", "c>join", "join>d");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public RerunTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Rerun_FromAnActivity_TakesTheOthersOutputsAndWorksFromThere()
    {
        string run = await Settled(_process.StartRun(Diamond));
        _home.Stages.Calls.Clear();
        string again = await Settled(_process.Bridge.Control.Rerun(run, "b", Same));

        Assert.Equal(["b", "d"], _home.Stages.Calls);
        RunRow shown = _process.Show(again);
        Assert.Equal((RunStatus.Succeeded, run, "b", 7), (shown.Status, shown.RerunOf, shown.RerunFrom, shown.Seed));
        Assert.Equal([("a", true), ("b", false), ("c", true), ("d", false)], shown.Stages.Select(stage => (stage.ActivityId, stage.Cached)).Order());
        Assert.Equal(Made(_process.Show(run)), Made(shown));
        Assert.Equal(1, _process.Effects()["a"]);
    }

    [Fact]
    public async Task Rerun_FailedRun_WorksFromWhatFailed()
    {
        _home.Stages.On("d", (_, _) => throw new StageException("bad", "bad."));
        string run = await Settled(_process.StartRun(Diamond));
        _home.Stages.On("d", (context, _) => FakeStages.Done(context, "d"));
        _home.Stages.Calls.Clear();
        string again = await Settled(_process.Bridge.Control.Rerun(run, from: null, Same));
        Assert.Equal(["d"], _home.Stages.Calls);
        Assert.Equal((RunStatus.Failed, RunStatus.Succeeded), (_process.Show(run).Status, _process.Show(again).Status));
    }

    [Fact]
    public async Task Rerun_WithoutAFailureOrAnActivity_WorksAnew()
    {
        string run = await Settled(_process.StartRun(Diamond));
        string again = await Settled(_process.Bridge.Control.Rerun(run, from: null, Same));
        Assert.All(_process.Show(again).Stages, stage => Assert.False(stage.Cached));
        Assert.Equal(Made(_process.Show(run)), Made(_process.Show(again)));
    }

    [Theory]    // b, which comes before c too, works only when a made something else of its other input
    [InlineData(false, new[] { "a", "c" })]
    [InlineData(true, new[] { "a", "b", "c" })]
    public async Task Rerun_WithAnotherInput_StagesThatAreGivenSomethingElseWorkThoughTheyComeBefore(bool makesSomethingElse, string[] works)
    {
        _home.Stages.On("a", (context, _) => FakeStages.Done(context, makesSomethingElse ? context.Settings["level"].GetString()! : "a"));
        Flow flow = new Flow("levels").Levelled("a").Work("b", "c").Arrows("a>b", "b>c");
        RunRequest request = _process.Request(flow);
        string run = await Settled(_process.Bridge.Runs.Start(request with { Inputs = new Dictionary<string, JsonElement>(request.Inputs) { ["level"] = JsonSerializer.SerializeToElement("low") } }));
        _home.Stages.Calls.Clear();
        string again = await Settled(_process.Bridge.Control.Rerun(run, "c", new Dictionary<string, JsonElement> { ["Level"] = JsonSerializer.SerializeToElement("high") }));
        Assert.Equal(works, _home.Stages.Calls);
        Assert.Equal("high", _process.Show(again).Stages[0].Settings.GetProperty("level").GetString());
    }

    [Fact]
    public async Task Rerun_UnknownActivity_IsRefusedAndStartsNothing()
    {
        string run = await Settled(_process.StartRun(new Flow("flow").Work("prepare")));
        Assert.Equal("run 'flow-0001': its workflow 'flow' has no activity 'prepar'; expected one such as prepare. Did you mean 'prepare'?",
            Assert.Throws<RunException>(() => _process.Bridge.Control.Rerun(run, "prepar", Same)).Message);
        Assert.Single(_process.Catalog.Read(tx => tx.Runs.All()));
    }

    private async Task<string> Settled(string run)
    {
        await _process.Settle();
        return run;
    }

    private static string[] Made(RunRow run) => [.. run.Stages.Select(stage => $"{stage.ActivityId} {stage.Outputs["made"].Hash}").Order(StringComparer.Ordinal)];
}
