using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class TaskTests : IDisposable
{
    private static readonly JsonElement Five = JsonSerializer.SerializeToElement(new { rows = 5 });
    private static readonly Flow Labelling = new Flow("labelling").Task("label", "label-samples").Tell("tell", "label").Arrows("label>tell");
    private readonly TestHome _home = new();
    private readonly TestProcess _process;

    public TaskTests() => _process = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Complete_TaskThatARunWaitsFor_TheRunGoesOnWithTheResult()
    {
        string run = _process.StartRun(Labelling);
        TaskRow task = Assert.Single(_process.Catalog.Read(tx => tx.Tasks.All()));
        Assert.Equal((run, "label", "label-samples", $"{run}/Workflow1:flow:label#0", "{}"), (task.RunId, task.ActivityId, task.Name, task.TaskId, task.Payload.GetRawText()));
        Assert.Equal(RunStatus.Waiting, _process.Show(run).Status);

        _home.NewProcess().Bridge.Tasks.Complete(run, "label", Five);
        Assert.Equal("""{"rows":5}""", _process.Show(run).Journal![^1].Text);
        Assert.Empty(_process.Catalog.Read(tx => tx.Tasks.All()));
    }

    [Fact]
    public void Complete_TaskThatNobodyAskedFor_SaysWhatIsWaitedFor()
    {
        string run = _process.StartRun(Labelling);
        Assert.Equal($"run '{run}' waits for no task of activity 'lable'; expected one of label.",
            Assert.Throws<RunException>(() => _process.Bridge.Tasks.Complete(run, "lable", Five)).Message);
        _process.Bridge.Runs.Cancel(run);
        Assert.Equal($"run '{run}' waits for no task; expected one that does.", Assert.Throws<RunException>(() => _process.Bridge.Tasks.Complete(run, "label", Five)).Message);
    }
}
