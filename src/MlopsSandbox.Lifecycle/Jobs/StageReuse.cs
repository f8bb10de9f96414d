using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>
/// Finds outputs that an execution may take instead of working: in a rerun those of the run that it repeats, up to the activity from which on it works;
/// else those of any execution that was made from the same.
/// </summary>
internal sealed class StageReuse(JobBridgeParts parts, PinnedDefinitions pinned)
{
    private static readonly string CodeVersion = string.Join(' ',
        ((Type[])[typeof(StageReuse), typeof(Seeds)]).Select(type => type.Assembly.ManifestModule.ModuleVersionId));

    /// <summary>Digest of all that the answer to an execution follows from; null where no other may stand for it, or its run takes none.</summary>
    public static string? KeyOf(StageWork work, IStage stage, StageContext context)
    {
        if (work.Key.Ordinal is not null || !work.Run.Reuses || stage is not IPureStage pure || pure.DependsOn(context) is not { } beside) return null;
        return CanonicalJson.Hash(JsonSerializer.SerializeToElement(new
        {
            code = $"{CodeVersion} {stage.GetType().Assembly.ManifestModule.ModuleVersionId}",
            work.Execution.Type,
            work.Execution.Settings,
            context.Seed,
            context.RootSeed,
            scenario = ContentHash.Of(File.ReadAllBytes(Path.Combine(context.Scenario.Folder, ScenarioFile.Name))),
            context.Upstream,
            beside,
        }, StoredJson.Options));
    }

    /// <summary>The outputs to take; null when the stage has to work.</summary>
    public StageAnswer? Find(StageWork work, string? key)
    {
        if (work.Key.Ordinal is not null || work.Trials.Count > 0) return null;
        StageExecutionRow? earlier = parts.Catalog.Read(tx => work.Run.RerunOf is null ? Same(tx, key) : Repeated(tx, work));
        if (earlier is null || !earlier.Outputs.Values.All(IsThere)) return null;
        return new StageAnswer(new StageCompleted(earlier.Outcome!, earlier.Outputs, earlier.Metrics, Effects: []), ReuseKey: null, earlier.RunId);
    }

    private static StageExecutionRow? Same(CatalogTransaction tx, string? key) => key is null ? null : tx.Executions.MadeFrom(key);

    // An activity behind the one from which on the rerun works does its work, and so does one whose inputs are others now.
    private StageExecutionRow? Repeated(CatalogTransaction tx, StageWork work)
    {
        if (work.Run.RerunFrom is not { } from || work.Activity.Id == from) return null;
        WorkflowDefinition definition = pinned.Load(tx, work.Run.DefinitionHash);
        if (WorkflowRunner.Upstream(definition, work.Activity.Id).Contains(from)) return null;
        StageExecutionRow? before = tx.Executions.LastOf(work.Key with { RunId = work.Run.RerunOf! });
        if (before is not { Status: ExecutionStatus.Succeeded } || !JsonElement.DeepEquals(before.Settings, work.Execution.Settings)) return null;
        IReadOnlyList<UpstreamOutput> given = StageInputs.Upstream(definition, work.Activity.Id, tx.Executions.Of(work.Run.RerunOf!));
        return Text(given) == Text(work.Upstream) ? before : null;
    }

    private static string Text(IReadOnlyList<UpstreamOutput> outputs) => JsonSerializer.Serialize(outputs, StoredJson.Options);

    private bool IsThere(StageOutput output) => output.Hash is not { } hash || File.Exists(parts.Artifacts.PathOf(hash));
}
