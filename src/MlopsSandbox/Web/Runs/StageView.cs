using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Web.Runs;

/// <summary>All that a panel shows of one activity of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Activity">The activity in the run's definition.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">How it stands.</param>
public sealed record StageView(RunRow Run, ActivityDefinition Activity, string Title, ActivityState State)
{
    /// <summary>The artifacts that its last visit was given.</summary>
    public IReadOnlyList<GivenArtifact> Given { get; init; } = [];
    /// <summary>The run that it dispatched; null when it dispatched none.</summary>
    public string? Dispatched { get; init; }
    /// <summary>The model version that the run made; only of a stage that deploys.</summary>
    public ModelVersion? Version { get; init; }
    /// <summary>Whether its type may take earlier outputs at all.</summary>
    public bool CanReuse { get; init; }

    /// <summary>Reads it, as part of what is read of the run.</summary>
    internal static StageView Read(CatalogTransaction catalog, Sandbox sandbox, RunRow run, ActivityDefinition activity, string title, ActivityState state)
    {
        StageExecutionRow? last = state.Last;
        string? execution = last?.ExecutionId ?? run.Journal?.LastOrDefault(line => line.ActivityId == activity.Id)?.ExecutionId;
        return new StageView(run, activity, title, state)
        {
            Given = last is null ? [] : catalog.Lineage.GivenTo(run.Id, last.ExecutionId),
            Dispatched = last is null && execution is not null ? catalog.Runs.DispatchedBy(run.Id, execution) : null,
            Version = last?.Stage == "deploy" && catalog.Models.Page(new ModelQuery { RunId = run.Id, Take = 1 }).Versions is [var made] ? made : null,
            CanReuse = last is not null && sandbox.Stages.CanReuse(last.Type),
        };
    }
}
