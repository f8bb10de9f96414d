using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The shipped lifecycle with the real stages, on the bridge.</summary>
public sealed class ShippedWorkflowTests : IDisposable
{
    private readonly TestHome _orderly = new();
    private readonly TestHome _parallel = new();
    private readonly StageTypes _stages = new(
        [new IngestStage(), new PrepStage(), new TrainStage(), new TuneStage(), new EvaluateStage(), new DeployStage(), new MonitorStage()]);

    public void Dispose()
    {
        _orderly.Dispose();
        _parallel.Dispose();
    }

    [Fact]
    public async Task Lifecycle_OneJobAtATimeAndThreeAtOnce_MakeTheSameToTheByte()
    {
        WorkflowDefinition lifecycle = DefinitionFolder.Load(Path.Combine(Shipped.Root, "workflows", "lifecycle.json"), _stages.Activities);
        TestProcess orderly = _orderly.NewProcess(stages: _stages);
        string first = orderly.Bridge.Runs.Start(TestProcess.Request(lifecycle, seed: 42));
        await orderly.Settle();

        TestProcess parallel = _parallel.NewProcess(stages: _stages);
        string second = parallel.Bridge.Runs.Start(TestProcess.Request(lifecycle, seed: 42));
        using SqliteStorage storage = new(Path.Combine(_parallel.Path, "hangfire.db"));
        await HangfireServing.UntilEnded(parallel, storage, second);

        Assert.Equal((RunStatus.Succeeded, (string?)null), (orderly.Show(first).Status, orderly.Show(first).Error));
        Assert.Equal(Made(orderly.Show(first)), Made(parallel.Show(second)));
        Assert.Equal(["champion"], Assert.Single(orderly.Catalog.Read(tx => tx.Models.All("telco-churn"))).Aliases);
    }

    private static string[] Made(RunRow run) =>
    [
        .. from stage in run.Stages
           from line in stage.Outputs.Select(output => $"{output.Key} = {output.Value.Hash?.ToString() ?? output.Value.Value.ToString()}")
               .Concat(stage.Metrics.Select(metric => FormattableString.Invariant($"{metric.Key} = {metric.Value:R}")))
           orderby stage.ActivityId, stage.Trial, line
           select $"{stage.ActivityId} {stage.Trial} {stage.Status} {stage.Outcome}: {line}",
    ];
}
