using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>The monitor stage as a workflow runs it at the end of a day of a telco story.</summary>
internal static class CheckOfADay
{
    public static StageCompleted Execute(Scenario scenario, ArtifactStore artifacts, RememberedEndpoint catalog, DateTimeOffset at, string settings = "{}") =>
        (StageCompleted)new MonitorStage().Execute(
            new StageContext
            {
                RunId = "monitor-0001",
                ExecutionId = "monitor#0",
                ActivityId = "monitor",
                Seed = 1,
                RootSeed = 1,
                Scenario = scenario with
                {
                    Labels = new LabelDelay(TelcoStory.LabelDelayDays),
                    Monitor = new MonitorSettings(falseAlarmBudget: 0.05, plannedChecks: 28, TelcoStory.WindowDays),
                    Retrain = new RetrainSettings(DurationDays: 1, MinimumLabels: 700, 0.6, 0.2, 0.2),
                },
                ModelName = catalog.Endpoint,
                SimulatedAt = at,
                Cause = new RunCause("schedule", null),
                Settings = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(settings)!,
                Upstream = [],
                Artifacts = artifacts,
                Catalog = catalog,
            },
            CancellationToken.None);
}
