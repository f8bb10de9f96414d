using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>All that a story needs, in this process: the real stages, the shipped workflows, a catalog in a home folder.</summary>
internal sealed class StoryHouse : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly JobBridge _bridge;
    private readonly DefinitionFolder _workflows;
    private readonly Task _work;

    public StoryHouse(string home, Func<StoryEvent, bool>? watch = null, string? workflows = null, TimeProvider? time = null)
    {
        Catalog = CatalogStore.Open(home, TimeProvider.System);
        Artifacts = new ArtifactStore(Path.Combine(home, "artifacts"));
        StageTypes stages = new([new IngestStage(), new PrepStage(), new TrainStage(), new TuneStage(), new EvaluateStage(), new DeployStage(), new MonitorStage()]);
        _workflows = DefinitionFolder.Read(workflows ?? Path.Combine(Repository, "workflows"), stages.Activities);
        _bridge = new JobBridge(new JobBridgeParts
        {
            Catalog = Catalog,
            Artifacts = Artifacts,
            Stages = stages,
            Definitions = _workflows.Find,
            Scenarios = ScenarioFile.Read,
        });
        InProcessJobs jobs = new(_bridge.StageJob);
        _work = Task.WhenAll(jobs.RunAsync(workers: 2, _stop.Token), _bridge.RunAsync(jobs, _stop.Token));
        Driver = new StoryDriver(new StoryDriverParts
        {
            Catalog = Catalog,
            Artifacts = Artifacts,
            Runs = _bridge.Runs,
            Presence = _bridge.Presence,
            Definitions = id => _workflows.Find(id)!,
            Time = time ?? TimeProvider.System,
            Progress = watch is null ? null : new Watcher(watch),
        });
    }

    public static string Repository { get; } = FindRepository();

    public CatalogStore Catalog { get; }

    public ArtifactStore Artifacts { get; }

    public StoryDriver Driver { get; }

    public static Scenario Telco => ScenarioFile.Read(Path.Combine(Repository, "sample-data", "telco-churn"));

    public static Scenario Phone => ScenarioFile.Read(Path.Combine(Repository, "tests", "TestData", "phone-churn"));

    public WorkflowRuns Runs => _bridge.Runs;

    public Task<StoryOutcome> Tell(Scenario scenario, int seed, InjectedDrift drift) => Tell(Driver.Begin(scenario, seed, drift).Id);

    /// <summary>Tells a story that nobody cancels.</summary>
    public async Task<StoryOutcome> Tell(string story, CancellationToken cancellation = default) =>
        await Driver.RunAsync(story, cancellation) ?? throw new InvalidOperationException($"{story} was cancelled.");

    /// <summary>Runs the lifecycle on the labels that had arrived at a simulated time, apart from the story.</summary>
    public async Task<RunRow> Retrain(StoryOutcome outcome, DateTimeOffset since, DateTimeOffset at)
    {
        StoryRow story = Catalog.Read(tx => tx.Stories.Find(outcome.Story))!;
        string run = _bridge.Runs.Start(new RunRequest
        {
            Definition = _workflows.Find("lifecycle")!,
            Inputs = new Dictionary<string, JsonElement>
            {
                ["scenario"] = JsonSerializer.SerializeToElement(story.ScenarioFolder),
                ["source"] = JsonSerializer.SerializeToElement("labelled"),
                ["since"] = JsonSerializer.SerializeToElement(since.UtcDateTime),
            },
            Seed = story.Seed,
            ModelName = story.ModelName,
            SimulatedAt = at,
        });
        await Catalog.WaitFor(tx => tx.Runs.HasEnded(run), CancellationToken.None);
        return Catalog.Read(tx => tx.Runs.Show(run))!;
    }

    /// <summary>Stops everything at once, as far as that can be done from within.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bridge.Dispose();
        Catalog.Dispose();
        _stop.Dispose();
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MlopsSandbox.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests must lie below the repository's root.");
    }

    /// <summary>Tells what happens; the driver is stopped by an exception where the test says no.</summary>
    private sealed class Watcher(Func<StoryEvent, bool> watch) : IProgress<StoryEvent>
    {
        public void Report(StoryEvent value)
        {
            if (!watch(value)) throw new OperationCanceledException("the test stops the driver here.");
        }
    }
}
