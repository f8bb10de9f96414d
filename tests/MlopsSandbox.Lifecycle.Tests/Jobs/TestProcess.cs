using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A process as far as the catalog can tell: its own connections, its own lock file. Several may share a home and a queue.</summary>
internal sealed class TestProcess : IDisposable, IProgress<RunEvent>
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, WorkflowDefinition> _definitions = [];

    public TestProcess(string home, StageTypes stages, RecordedJobs jobs, TimeProvider? time = null, AlertSettings? alerts = null)
    {
        (Stages, Jobs) = (stages, jobs);
        Catalog = CatalogStore.Open(home, time ?? TimeProvider.System);
        Bridge = new JobBridge(new JobBridgeParts
        {
            Catalog = Catalog,
            Artifacts = new ArtifactStore(Path.Combine(home, "artifacts")),
            Stages = stages,
            Definitions = id => _definitions.GetValueOrDefault(id),
            Startable = () => [.. _definitions.Values],
            Warn = Warnings.Add,
            Scenarios = nameOrPath => ScenarioFile.Read(ScenarioFolder.Find([Shipped.SampleData], nameOrPath)),
            Alerts = alerts ?? AlertSettings.Default,
            Time = time ?? TimeProvider.System,
            Progress = this,
        });
        Dispatcher = Bridge.DispatcherTo(jobs);
        Recovery = Bridge.RecoveryOf(jobs);
    }

    public StageTypes Stages { get; }
    public RecordedJobs Jobs { get; }
    public CatalogStore Catalog { get; }
    public JobBridge Bridge { get; }
    public OutboxDispatcher Dispatcher { get; }
    public Recovery Recovery { get; }
    public List<string> Warnings { get; } = [];
    public List<RunEvent> Events { get; } = [];

    /// <summary>Lets dispatch find a workflow.</summary>
    public TestProcess Knows(Flow flow) => Knows(flow.Draw(Stages));

    public TestProcess Knows(WorkflowDefinition definition)
    {
        _definitions[definition.DefinitionId] = definition;
        return this;
    }

    public string StartRun(Flow flow, int seed = 7) => Bridge.Runs.Start(Request(flow, seed));

    public RunRequest Request(Flow flow, int seed = 7) => Request(flow.Draw(Stages), seed);

    public static RunRequest Request(WorkflowDefinition definition, int seed) => new()
    {
        Definition = definition,
        Inputs = new Dictionary<string, JsonElement> { ["scenario"] = JsonSerializer.SerializeToElement(Shipped.Telco) },
        Seed = seed,
        SimulatedAt = Start,
    };

    /// <summary>Carries the outbox, fires timers that are due and runs jobs, in order, until nothing is left to do.</summary>
    public async Task Settle()
    {
        while (true)
        {
            while (Dispatcher.DispatchPending() + Bridge.Timers.FireDue() > 0) { }
            if (Jobs.Next() is not { } job) return;
            await Deliver(job.Key);
            Jobs.Remove(job);
        }
    }

    /// <summary>Calls for an execution, as the queue does.</summary>
    public Task Deliver(ExecutionKey key, CancellationToken shutdown = default)
    {
        Task delivery = new(() => Bridge.StageJob.Run(key.RunId, key.ExecutionId, key.Ordinal, key.Attempt, [], job: null, shutdown));
        delivery.RunSynchronously();
        return delivery;
    }

    public RunRow Show(string runId) => Catalog.Read(tx => tx.Runs.Show(runId))!;

    /// <summary>How often each activity or trial has had its effect.</summary>
    public Dictionary<string, int> Effects() => Catalog.Read(tx => tx.Datasets.All()).GroupBy(made => made.Name).ToDictionary(made => made.Key, made => made.Count());

    /// <summary>Called with each event, in the thread that tells it.</summary>
    public Action<RunEvent>? Told { get; set; }

    public void Report(RunEvent value)
    {
        lock (Events) Events.Add(value);
        Told?.Invoke(value);
    }

    /// <summary>What the operating system does when the process dies: its lock goes free. Nothing else is tidied up.</summary>
    public void Die() => Bridge.Presence.Dispose();

    public void Dispose()
    {
        Bridge.Dispose();
        Catalog.Dispose();
    }
}
