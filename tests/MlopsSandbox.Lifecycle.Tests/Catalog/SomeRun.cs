using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

/// <summary>A run that has just begun, for lists of many that nobody has to walk.</summary>
internal static class SomeRun
{
    /// <summary>A stage of it.</summary>
    public static RunActivity Train { get; } = new("train#1", "train", "MlopsSandbox.Train", Visit: 1, new Dictionary<string, JsonElement>());

    public static RunRow Of(string id, string definitionHash, DateTimeOffset startedAt) => new()
    {
        Id = id,
        Workflow = "lifecycle",
        WorkflowVersion = 1,
        Scenario = null,
        Status = RunStatus.Running,
        StartedAt = startedAt,
        EndedAt = null,
        SimulatedAt = startedAt,
        Seed = 1,
        Cause = new RunCause("manual", null),
        Error = null,
        Stages = [],
        ModelName = "telco-churn",
        DefinitionHash = definitionHash,
    };
}
