using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Statistics;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Finds what an execution works on.</summary>
internal sealed class StageInputs(JobBridgeParts parts, PinnedDefinitions pinned)
{
    private readonly CatalogView _view = new(parts.Catalog);

    /// <summary>Reads what the catalog knows for an execution that was just claimed.</summary>
    public StageWork Read(CatalogTransaction tx, Lease lease)
    {
        RunRow run = tx.Runs.Find(lease.Key.RunId)!;
        StageExecutionRow execution = tx.Executions.Find(lease.Key)!;
        WorkflowDefinition definition = pinned.Load(tx, run.DefinitionHash);
        IReadOnlyList<UpstreamOutput> upstream = Upstream(definition, execution.ActivityId, tx.Executions.Of(run.Id));
        return new StageWork(lease, run, execution, definition.Find(execution.ActivityId)!, upstream, tx.Executions.TrialsOf(lease.Key));
    }

    /// <summary>All that the stage may look at.</summary>
    /// <exception cref="Scenarios.ScenarioException">Its scenario can't be read.</exception>
    /// <exception cref="StageException">It has no scenario.</exception>
    public StageContext Context(StageWork work)
    {
        Dictionary<string, JsonElement> settings = work.Key.Ordinal is null
            ? work.Execution.Settings.EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal)
            : [];
        return new StageContext
        {
            RunId = work.Run.Id,
            ExecutionId = work.Key.ExecutionId,
            ActivityId = work.Execution.ActivityId,
            Seed = SeedOf(work.Run.Seed, work.Key),
            RootSeed = work.Run.RootSeed,
            Scenario = RunScenario.Of(work.Run, settings, parts.Scenarios),
            ModelName = work.Run.ModelName,
            SimulatedAt = work.Run.SimulatedAt,
            Cause = work.Run.Cause,
            Settings = settings,
            Upstream = work.Upstream,
            Trials = work.Trials,
            Artifacts = parts.Artifacts,
            Catalog = _view,
            Progress = parts.Progress is { } told ? new ProgressOf(told, work.Execution) : null,
        };
    }

    /// <summary>Outputs of the newest finished execution of each activity on the incoming paths, in the order of the drawing, the nearest last.</summary>
    internal static IReadOnlyList<UpstreamOutput> Upstream(WorkflowDefinition definition, string activityId, IReadOnlyList<StageExecutionRow> executions)
    {
        Dictionary<string, StageExecutionRow> newest = [];
        foreach (StageExecutionRow execution in executions.Where(one => one.Trial is null && one.Status == ExecutionStatus.Succeeded))
            newest[execution.ActivityId] = execution;
        return
        [
            .. from id in WorkflowRunner.Upstream(definition, activityId)
               where newest.ContainsKey(id)
               let maker = newest[id]
               from output in maker.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal)
               select new UpstreamOutput(id, maker.Stage, output.Key, output.Value, maker.Metrics),
        ];
    }

    private static int SeedOf(int runSeed, ExecutionKey key) =>
        key.Ordinal is { } ordinal ? Seeds.Derive(runSeed, $"{key.ExecutionId}/trial", ordinal) : Seeds.Derive(runSeed, key.ExecutionId);

    private sealed class ProgressOf(IProgress<RunEvent> told, StageExecutionRow execution) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => told.Report(new StageProgressed(execution.RunId, execution, value));
    }
}
