using System.Text.Json;
using Hangfire;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Benchmarks.Workflows;

/// <summary>A home in a temporary folder with everything at work as in the program: catalog, outbox, timers, recovery, and Hangfire's server on its SQLite file.</summary>
internal sealed class WorkingHome : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, JsonElement> Inputs = new() { ["scenario"] = JsonSerializer.SerializeToElement(SampleScenario()) };
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-benchmark-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly SqliteStorage _jobs;
    private readonly BackgroundJobServer _server;
    private readonly JobBridge _bridge;
    private readonly Task _bridging;

    public WorkingHome(StageTypes stages)
    {
        Catalog = CatalogStore.Open(_folder, TimeProvider.System);
        _bridge = new JobBridge(new JobBridgeParts
        {
            Catalog = Catalog,
            Artifacts = new ArtifactStore(Path.Combine(_folder, "artifacts")),
            Stages = stages,
            Definitions = _ => null,
            Scenarios = ScenarioFile.Read,
        });
        _jobs = new SqliteStorage(Path.Combine(_folder, "hangfire.db"));
        _server = new BackgroundJobServer(new BackgroundJobServerOptions
        {
            WorkerCount = Environment.ProcessorCount,
            Queues = [StageJob.Queue],
            Activator = new StageJobActivator(_bridge.StageJob),
        }, _jobs);
        _bridging = Task.Run(() => _bridge.RunAsync(new HangfireStageJobs(new BackgroundJobClient(_jobs), _jobs), _stop.Token));
    }

    public CatalogStore Catalog { get; }

    public string CatalogFile => Path.Combine(_folder, "catalog.db");

    public string StartRun(WorkflowDefinition definition) => _bridge.Runs.Start(new RunRequest { Definition = definition, Inputs = Inputs, Seed = 1, SimulatedAt = Start });

    /// <summary>Starts runs and waits until all have ended.</summary>
    public void Run(WorkflowDefinition definition, int runs)
    {
        var ids = Enumerable.Range(0, runs).Select(_ => StartRun(definition)).ToArray();
        foreach (var id in ids) WaitFor(tx => tx.Runs.HasEnded(id));
        if (Catalog.Read(tx => ids.Select(id => tx.Runs.Find(id)!).FirstOrDefault(run => run.Status != RunStatus.Succeeded)) is { } bad)
            throw new InvalidOperationException($"{bad.Id} ended as {bad.Status}: {bad.Error}");
    }

    public void WaitFor(Func<CatalogTransaction, bool> condition)
    {
        var waiting = Catalog.WaitFor(condition, _stop.Token);
        if (Task.WaitAny(waiting, _bridging) == 1) _bridging.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            _bridging.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // As it always ends.
        }
        _server.Dispose();
        _bridge.Dispose();
        _jobs.Dispose();
        Catalog.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string SampleScenario()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlopsSandbox.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this within the repository.");
        return Path.Combine(folder, "sample-data", "telco-churn");
    }
}
