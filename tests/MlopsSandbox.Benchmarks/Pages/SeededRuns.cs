using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>Writes runs with their stages, tags and model versions, each run in two transactions: at its start and at its end.</summary>
internal static class SeededRuns
{
    private const string LargeGroup = "telco-churn";
    private static readonly string[] Tags = ["baseline", "nightly", "team-a", "team-b", "release"];
    private static readonly JsonElement NoSignature = JsonSerializer.SerializeToElement(new { });
    private static readonly Dictionary<string, JsonElement> NoInputs = [];

    public static void Write(CatalogStore catalog, SettableClock clock, IReadOnlyList<SeededRun> runs, SeedSizes sizes)
    {
        Random random = new(sizes.Seed + 1);
        SeedProgress progress = new("runs and model versions", runs.Count);
        Dictionary<string, WorkflowDefinition> definitions = ShippedWorkflows.Read();
        foreach (SeededRun run in runs)
        {
            WorkflowDefinition definition = definitions[run.Workflow];
            clock.Now = run.StartedAt;
            catalog.Write(tx => Begin(tx, run, definition, random));
            clock.Now = run.StartedAt + run.Duration;
            catalog.Write(tx => End(tx, run, definition, random, VersionsOf(run, sizes)));
            progress.At(run.Number + 1);
        }
    }

    // The ordinals of those that come to this run when all are dealt out evenly.
    private static Range VersionsOf(SeededRun run, SeedSizes sizes) => VersionsBefore(run.Number, sizes)..VersionsBefore(run.Number + 1, sizes);

    private static int VersionsBefore(int run, SeedSizes sizes) => (int)((long)run * sizes.Versions / sizes.Runs);

    private static void Begin(CatalogTransaction tx, SeededRun run, WorkflowDefinition definition, Random random)
    {
        tx.Definitions.Keep(definition);
        string id = tx.Runs.NextId(run.Workflow);
        tx.Runs.Add(RowOf(run, id, definition), parentExecutionId: null, ParentWait.None);
        tx.Instances.Create(id);
        foreach (string tag in Tags.Where(_ => random.Next(12) == 0)) tx.Marks.Tag(id, tag);
    }

    private static RunRow RowOf(SeededRun run, string id, WorkflowDefinition definition) => new()
    {
        Id = id == run.Id ? id : throw new InvalidOperationException($"the catalog says {id}, the seed {run.Id}."),
        Workflow = run.Workflow,
        WorkflowVersion = definition.Version,
        Scenario = run.Scenario,
        Status = RunStatus.Running,
        StartedAt = run.StartedAt,
        EndedAt = null,
        SimulatedAt = run.StartedAt,
        Seed = 42,
        Cause = new RunCause(run.Cause, null),
        Error = null,
        Stages = [],
        ModelName = run.Scenario,
        DefinitionHash = definition.ContentHash,
        SpanContext = run.Span,
    };

    private static void End(CatalogTransaction tx, SeededRun run, WorkflowDefinition definition, Random random, Range versions)
    {
        string[] stages = run.Workflow == "monitor" ? ["monitor"] : ["ingest", "prep", "train", "tune", "evaluate", "deploy"];
        foreach (string stage in stages) WriteStage(tx, run, stage, isLast: stage == stages[^1], random);
        string group = string.Create(CultureInfo.InvariantCulture, $"{run.Scenario}-{run.Number + 1:00000}");
        for (int ordinal = versions.Start.Value; ordinal < versions.End.Value; ordinal++)
            WriteVersion(tx, run, ordinal % 2 == 0 ? LargeGroup : group, isChampion: ordinal >= versions.End.Value - 2, random);
        tx.Runs.End(run.Id, run.Status, run.Status == RunStatus.Failed ? $"{stages[^1]}: the rows could not be read." : null);
    }

    private static void WriteStage(CatalogTransaction tx, SeededRun run, string stage, bool isLast, Random random)
    {
        RunActivity activity = new($"{stage}#1", stage, $"MlopsSandbox.{char.ToUpperInvariant(stage[0])}{stage[1..]}", Visit: 1, NoInputs);
        ExecutionKey key = tx.Executions.Queue(run.Id, activity);
        if (isLast && run.Status == RunStatus.Cancelled)
        {
            tx.Executions.Cancel(run.Id, key.ExecutionId);
            return;
        }
        tx.Claims.Take(key, "seed", TimeSpan.FromMinutes(1), _ => true);
        if (isLast && run.Status == RunStatus.Failed)
        {
            tx.Executions.Fail(key, new StageError("bad-rows", "the rows could not be read.", stage));
            return;
        }
        Dictionary<string, StageOutput> outputs = new() { ["output"] = new StageOutput(OutputKinds.Dataset, HashOf(random)) };
        Dictionary<string, double> metrics = stage is "train" or "evaluate" ? MetricsOf(random) : [];
        tx.Executions.Succeed(key, new StageCompleted("Done", outputs, metrics, []), reuseKey: null, cachedFrom: null);
    }

    private static void WriteVersion(CatalogTransaction tx, SeededRun run, string group, bool isChampion, Random random)
    {
        ModelDeployed deployed = new(group, HashOf(random), null, MetricsOf(random), NoSignature, Models.Champion, run.StartedAt);
        if (isChampion) tx.Models.Deploy(deployed, run.Id, traceParent: null);
        else tx.Models.Register(deployed, run.Id);
    }

    private static Dictionary<string, double> MetricsOf(Random random) => new()
    {
        ["auc"] = Math.Round(0.7 + (0.2 * random.NextDouble()), 4),
        ["accuracy"] = Math.Round(0.6 + (0.3 * random.NextDouble()), 4),
    };

    private static ContentHash HashOf(Random random)
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return ContentHash.Of(bytes);
    }
}
