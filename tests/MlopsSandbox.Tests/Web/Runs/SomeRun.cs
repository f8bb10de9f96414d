using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Tests.Web.Runs;

/// <summary>Runs and stages as a catalog gives them, with what a test says of them.</summary>
internal static class SomeRun
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static WorkflowDefinition Lifecycle { get; } =
        DefinitionReader.Read(File.ReadAllText(Shipped.Workflow("lifecycle")), "lifecycle.json", MlopsSandbox.Hosting.Stages.All().Activities).Definition!;

    public static RunRow Run(string id = "lifecycle-0001", params StageExecutionRow[] stages) => new()
    {
        Id = id,
        Workflow = "lifecycle",
        WorkflowVersion = 1,
        Scenario = "telco-churn",
        Status = RunStatus.Running,
        StartedAt = Start,
        EndedAt = null,
        SimulatedAt = Start,
        Seed = 42,
        Cause = new RunCause("manual", null),
        Error = null,
        Stages = stages,
        DefinitionHash = "sha256:" + new string('0', 64),
    };

    public static RunRow Ended(this RunRow run, RunStatus status, double seconds) => run with { Status = status, EndedAt = Start.AddSeconds(seconds) };

    /// <summary>A stage that was queued and began at these seconds of the run, and worked until then.</summary>
    public static StageExecutionRow Stage(string activity, double queued = 0, double? started = 0, double? ended = null, int? trial = null, int attempt = 1) => new()
    {
        ActivityId = activity,
        Stage = activity.Split('-')[0],
        Trial = trial,
        Attempt = attempt,
        Status = ended is not null ? ExecutionStatus.Succeeded : started is not null ? ExecutionStatus.Running : ExecutionStatus.Queued,
        Outcome = null,
        QueuedAt = Start.AddSeconds(queued),
        StartedAt = started is { } from ? Start.AddSeconds(from) : null,
        EndedAt = ended is { } to ? Start.AddSeconds(to) : null,
        Metrics = new Dictionary<string, double>(),
        Outputs = new Dictionary<string, StageOutput>(),
        JobId = null,
        SpanId = null,
        Error = null,
        ExecutionId = $"{activity}#0",
        Type = "MlopsSandbox.Train",
        Settings = JsonElement.Parse("{}"),
    };

    public static StageExecutionRow Measuring(this StageExecutionRow stage, string name, double value) =>
        stage with { Metrics = new Dictionary<string, double>(stage.Metrics) { [name] = value } };

    public static StageExecutionRow Making(this StageExecutionRow stage, string name, string content) =>
        stage with { Outputs = new Dictionary<string, StageOutput>(stage.Outputs) { [name] = new(OutputKinds.Model, ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(content))) } };

    public static JournalRow Left(string activity, string? outcome, string? text = null) => new(activity, "MlopsSandbox.Train", outcome, text, $"{activity}#0");
}
