using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Outcome;

/// <summary>
/// A story of 20 days with 100 requests each, drift on day 5, whose quality the test chooses. Scores are 0 or 1, so that
/// AUC = (1 + true positive rate − false positive rate) / 2 by hand.
/// </summary>
internal sealed record ToldStory
{
    public InjectedDrift Drift { get; init; } = InjectedDrift.Concept;
    public double Before { get; init; } = 0.9;
    public double During { get; init; } = 0.6;
    public double After { get; init; } = 0.9;
    public int? TakeoverDay { get; init; } = 12;
    public bool WasRetrained { get; init; } = true;
    public int? AlarmDay { get; init; } = 6;
    public string Named { get; init; } = "contract";

    public static Scenario Scenario { get; } = new()
    {
        Name = "small",
        Title = "Small",
        Folder = "/nowhere",
        DataFile = "small.csv",
        Label = new LabelColumn("left", "yes"),
        Features = [new Feature("contract", FeatureKind.Categorical), new Feature("price", FeatureKind.Numeric), new Feature("region", FeatureKind.Categorical)],
        Goal = "None.",
        SuccessCriteria = [],
        Costs = new Costs("USD", 10, 90),
        Division = new Division(0.3, 0.8, 0.1, 0.1),
        Labels = new LabelDelay(2),
        Retrain = new RetrainSettings(1, 300, 0.6, 0.2, 0.2),
        Monitor = new MonitorSettings(0.05, 20, 3),
    };

    public static DriftStory Story { get; } = new()
    {
        Days = 20,
        RequestsPerDay = 100,
        DriftDay = 5,
        Price = new PriceRise("price", 1.25),
        Segment = new SegmentShift("region", "north", 0.7),
        Concept = [new CategoryExchange("contract", "short", "long")],
    };

    public StoryOutcome Outcome => StoryVerdict.Of(Evidence());

    public StoryEvidence Evidence(string idSuffix = "1", double auc = 0.9)
    {
        string first = $"lifecycle-{idSuffix}", retrain = $"lifecycle-{idSuffix}b";
        List<Deployment> deployments = [DeploymentOf(1, 0, first)];
        if (TakeoverDay is { } day) deployments.Add(DeploymentOf(2, day, retrain));
        List<RunRow> runs = [RunOf(first, 0, parent: null, idSuffix, auc)];
        if (WasRetrained) runs.Add(RunOf(retrain, (TakeoverDay ?? 12) - 1, $"monitor-{idSuffix}", idSuffix, auc));
        return new StoryEvidence
        {
            Row = new StoryRow
            {
                Id = $"story-{idSuffix}",
                Scenario = "small",
                ScenarioFolder = "/nowhere",
                ModelName = $"small-{idSuffix}",
                Seed = 1,
                Drift = Drift.ToString().ToLowerInvariant(),
                Status = RunStatus.Running,
                Day = 19,
                Phase = "judge",
                SimulatedAt = StoryCalendar.Invented.EndOf(19),
                StartedAt = DateTimeOffset.UnixEpoch,
            },
            Scenario = Scenario,
            Story = Story,
            Drift = Drift,
            Requests = [.. Enumerable.Range(0, 2000).Select(Request)],
            Deployments = deployments,
            Models = [.. deployments.Select(one => new ModelVersion(one.Endpoint, one.Version, one.Model, [], "approved", new Dictionary<string, double>(), one.RunId, DateTimeOffset.UnixEpoch, null))],
            Reports = [.. Enumerable.Range(0, 20).Select(day => ReportOf(day, idSuffix))],
            Decisions = [],
            Runs = runs,
        };
    }

    private ServedRequest Request(int index)
    {
        int day = index / 100, place = index % 100;
        bool isDrifted = Drift != InjectedDrift.None && day >= 5;
        bool isTakenOver = day >= (TakeoverDay ?? 20);
        double own = isTakenOver ? After : isDrifted ? During : Before;
        double shadow = isDrifted ? During : Before;
        bool label = place < 50;
        double? known = day <= 17 ? Classes.Label(label) : null;
        return new ServedRequest(day, index, isTakenOver ? 2 : 1, ScoreOf(own, place, label), ScoreOf(shadow, place, label), known);
    }

    // Of the 50 rows of each class the first auc · 50 are answered rightly.
    private static double ScoreOf(double auc, int place, bool label) => place % 50 < auc * 50 == label ? 1 : 0;

    private DriftReportRow ReportOf(int day, string suffix)
    {
        bool drifted = AlarmDay is { } alarm && day >= alarm && day < (TakeoverDay ?? 20);
        JsonElement report = JsonSerializer.SerializeToElement(new
        {
            windowStart = StoryCalendar.Invented.EndOf(day).AddDays(-2).UtcDateTime,
            features = new[]
            {
                new { name = Named, test = "chi-square", score = drifted ? 30.0 : 3.0, threshold = 20.0, severity = drifted ? 1.5 : 0.15, drifted },
                new { name = "quality", test = "auc", score = 0.0, threshold = 0.1, severity = 0.0, drifted = false },
            },
        });
        return new DriftReportRow($"drift-{suffix}-{day}", StoryCalendar.Invented.EndOf(day), drifted, report, $"monitor-{suffix}-{day}");
    }

    private static Deployment DeploymentOf(int version, int day, string run) =>
        new("small", version, ContentHash.Of([(byte)version]), null, StoryCalendar.Invented.StartOf(day), run);

    private static RunRow RunOf(string id, int day, string? parent, string suffix, double auc) => new()
    {
        Id = id,
        Workflow = "lifecycle",
        WorkflowVersion = 1,
        Scenario = "small",
        Status = RunStatus.Succeeded,
        StartedAt = DateTimeOffset.UnixEpoch.AddSeconds(suffix.Length),
        EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(7 * suffix.Length),
        SimulatedAt = StoryCalendar.Invented.StartOf(day),
        Seed = 3,
        Cause = new RunCause(parent is null ? "manual" : "drift", parent is null ? null : $"drift-{suffix}"),
        Error = null,
        RootSeed = 1,
        ScenarioFolder = "/nowhere",
        ModelName = $"small-{suffix}",
        StoryId = $"story-{suffix}",
        ParentRunId = parent,
        DefinitionHash = "sha256:0",
        SpanContext = default,
        Stages = [ExecutionOf("train", id, suffix, ExecutionStatus.Failed, auc), ExecutionOf("train", id, suffix, ExecutionStatus.Succeeded, auc)],
    };

    private static StageExecutionRow ExecutionOf(string stage, string run, string suffix, ExecutionStatus status, double auc) => new()
    {
        ActivityId = stage,
        Stage = stage,
        Trial = null,
        Attempt = status == ExecutionStatus.Failed ? 1 : suffix.Length,
        Status = status,
        Outcome = "Done",
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(suffix.Length),
        Metrics = new Dictionary<string, double> { ["auc"] = auc },
        Outputs = new Dictionary<string, StageOutput> { ["model"] = new(OutputKinds.Model, ContentHash.Of([1])) },
        JobId = suffix,
        SpanId = suffix,
        Error = null,
        RunId = run,
        ExecutionId = $"{stage}#0",
        Type = "MlopsSandbox.Train",
        Settings = default,
    };
}
