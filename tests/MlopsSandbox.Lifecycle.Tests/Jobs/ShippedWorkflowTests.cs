using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The shipped lifecycle with the real stages, on the bridge.</summary>
public sealed class ShippedWorkflowTests : IDisposable
{
    private readonly TestHome _orderly = new();
    private readonly TestHome _parallel = new();

    public void Dispose()
    {
        _orderly.Dispose();
        _parallel.Dispose();
    }

    [Fact]
    public async Task Lifecycle_OneJobAtATimeAndThreeAtOnce_MakeTheSameToTheByte()
    {
        WorkflowDefinition lifecycle = RealStages.Workflow("lifecycle");
        TestProcess orderly = _orderly.NewProcess(stages: RealStages.Types);
        string first = orderly.Bridge.Runs.Start(TestProcess.Request(lifecycle, seed: 42));
        await orderly.Settle();

        TestProcess parallel = _parallel.NewProcess(stages: RealStages.Types);
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
