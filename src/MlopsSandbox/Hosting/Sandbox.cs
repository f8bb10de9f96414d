using Hangfire;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Predictions;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Hosting;

/// <summary>The composition root: an open home with all that works on it. Several processes may have the same home open.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly SqliteStorage _jobs;
    private readonly TelemetryPipeline _telemetry;
    private readonly DeadSpans _deadSpans;
    private readonly CancellationTokenSource _stop = new();
    private BackgroundJobServer? _server;
    private Task _bridging = Task.CompletedTask;

    private Sandbox(Places places, StageTypes stages, CatalogStore catalog, AlertSettings alerts, Func<string, string?> environment, IProgress<RunEvent>? progress, Action<string>? warn)
    {
        Places = places;
        Stages = stages;
        Catalog = catalog;
        Artifacts = new ArtifactStore(places.Artifacts);
        Models = new ModelCache(Artifacts);
        Champions = new ChampionChange(alerts);
        Calls = new CallLog(catalog);
        Shelf = new WorkflowShelf(places.Workflows, stages.Activities);
        _jobs = new SqliteStorage(places.Jobs);
        Bridge = new JobBridge(new JobBridgeParts
        {
            Catalog = catalog,
            Artifacts = Artifacts,
            Stages = stages,
            Definitions = Shelf.Find,
            Startable = new StartableWorkflows(places.Workflows, Shelf).Now,
            Warn = warn,
            Scenarios = ReadScenario,
            Alerts = alerts,
            Progress = progress,
        });
        _deadSpans = new DeadSpans(catalog, places.Telemetry, Bridge.Presence);
        _telemetry = TelemetryPipeline.Start(new TelemetryProcessor(places.Telemetry, Bridge.Presence.Owner), environment);
    }

    /// <summary>Where home, workflows and scenarios lie.</summary>
    public Places Places { get; }
    /// <summary>The stages that can be run.</summary>
    public StageTypes Stages { get; }
    /// <summary>What is remembered.</summary>
    public CatalogStore Catalog { get; }
    /// <summary>What was made.</summary>
    public ArtifactStore Artifacts { get; }
    /// <summary>Models in memory.</summary>
    public ModelCache Models { get; }
    /// <summary>Answers and notes calls of endpoints.</summary>
    public CallLog Calls { get; }
    /// <summary>The workflow definitions.</summary>
    public WorkflowShelf Shelf { get; }
    /// <summary>Workflows and jobs.</summary>
    public JobBridge Bridge { get; }
    /// <summary>Makes another model version serve, by hand.</summary>
    public ChampionChange Champions { get; }
    /// <summary>Hangfire's storage.</summary>
    public JobStorage JobStorage => _jobs;

    /// <summary>Opens a home, and makes it when it is not there. Nothing works yet.</summary>
    /// <param name="places">Where.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="progress">Told what this process does; may be null.</param>
    /// <param name="warn">Told, in a sentence, of what triggers could not start; may be null.</param>
    /// <exception cref="NativeLibraryException">The machine lacks a library; nothing was made.</exception>
    /// <exception cref="HomeException">The home cannot be used.</exception>
    /// <exception cref="ScenarioException">The home's <c>alerts.json</c> cannot be used.</exception>
    public static Sandbox Open(Places places, Func<string, string?> environment, IProgress<RunEvent>? progress = null, Action<string>? warn = null)
    {
        NativeLibraries.Check();
        TelemetryPipeline.Check(environment);
        AlertSettings alerts = AlertFile.Read(places.Home, environment);
        return new Sandbox(places, Hosting.Stages.All(), CatalogStore.Open(places.Home, TimeProvider.System), alerts, environment, progress, warn);
    }

    /// <summary>The scenario of a name or a path.</summary>
    /// <exception cref="ScenarioException">There is none, or it cannot be read.</exception>
    public Scenario ReadScenario(string nameOrPath) => ScenarioFile.Read(ScenarioFolder.Find(Places.Scenarios, nameOrPath));

    /// <summary>Starts to work: takes up what dead processes left, carries the outbox to the jobs, fires timers, and runs jobs on all processors.</summary>
    /// <param name="startsByTriggers">True when runs are also started at the times that triggers of definitions name.</param>
    public void StartWorking(bool startsByTriggers = false)
    {
        HangfireStageJobs queue = new(new BackgroundJobClient(_jobs), _jobs);
        _server = new BackgroundJobServer(new BackgroundJobServerOptions
        {
            WorkerCount = Environment.ProcessorCount,
            Queues = [StageJob.Queue],
            Activator = new StageJobActivator(Bridge.StageJob),
        }, _jobs);
        _bridging = Task.Run(() => Bridge.RunAsync(queue, startsByTriggers, _stop.Token), CancellationToken.None);
    }

    /// <summary>Tells stories in this home.</summary>
    /// <param name="progress">Told what happens; may be null.</param>
    public StoryDriver Driver(IProgress<StoryEvent>? progress) => new(new StoryDriverParts
    {
        Catalog = Catalog,
        Artifacts = Artifacts,
        Runs = Bridge.Runs,
        Presence = Bridge.Presence,
        Definitions = name => Shelf.Load(name),
        Progress = progress,
    });

    /// <summary>Waits for a task, or for the failure of what works beneath, which it throws.</summary>
    public async Task WhileWorkingAsync(Task task)
    {
        Task first = await Task.WhenAny(task, _server is null ? task : _bridging).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    /// <summary>Waits for a condition on the catalog, or for the failure of what works beneath, which it throws.</summary>
    public async Task WaitForAsync(Func<CatalogTransaction, bool> condition, CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task waiting = Catalog.WaitFor(condition, either.Token);
        try
        {
            await WhileWorkingAsync(waiting).ConfigureAwait(false);
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false);
            await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _bridging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _server?.Dispose();
        Bridge.Dispose();
        _telemetry.Dispose();
        _deadSpans.CloseRuns();
        _jobs.Dispose();
        await Calls.DisposeAsync().ConfigureAwait(false);
        Catalog.Dispose();
        _stop.Dispose();
    }
}
