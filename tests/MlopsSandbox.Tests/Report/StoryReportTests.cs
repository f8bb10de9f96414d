using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Report;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Tests.Report;

public sealed class StoryReportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void DataOf_DaysOfWaiting_AreOneDecisionUntilItChanges()
    {
        ReportData report = StoryReport.DataOf(Traces());

        Assert.Equal([(9.0, "wait"), (16.0, "retrain"), (20.0, "wait")], report.Decisions.Select(line => (line.Day, line.Choice)));
    }

    [Fact]
    public void DataOf_DriftScores_AreGroupedByFeatureTheWorstFirst()
    {
        ReportData report = StoryReport.DataOf(Traces());

        Assert.Equal(["price", "age"], report.Drift.Select(feature => feature.Name));
        Assert.Equal((2.5, "ks"), (report.Drift[0].Peak, report.Drift[0].Test));
        Assert.Equal([0.4, double.NaN], report.Drift[1].Checks.Select(check => check.Ratio));
    }

    [Fact]
    public void DataOf_Windows_EndOnTheDayAfterTheirLast()
    {
        QualityStory quality = StoryReport.DataOf(Traces()).Quality;

        Assert.Equal(new MlopsSandbox.Report.QualityWindow(0, 8, 400, 0.84), quality.Before);
        Assert.Null(quality.After);
        Assert.Equal([0.84, 0.7], quality.Champion.Select(point => point.Value));
        Assert.Equal([0.84, 0.6], quality.Shadow.Select(point => point.Value));
        Assert.Equal(300, quality.CostSaved);
    }

    [Fact]
    public void DataOf_Trials_MarkTheOneWhoseModelWasChosen()
    {
        ReportData report = StoryReport.DataOf(Traces());

        Assert.Equal([(0, 0.81, false, "leaves 8"), (1, 0.83, true, "leaves 16")], report.Trials.Select(trial => (trial.Ordinal, trial.Value, trial.Chosen, trial.Settings)));
    }

    [Fact]
    public void DataOf_Retrained_ComparesOldAndNewOnTheSameRows()
    {
        ReportData report = StoryReport.DataOf(Traces());

        Assert.Equal([("version 1, history", 1.0), ("version 1, recent rows", 0.25), ("version 2, recent rows", 1.0)], report.Roc.Select(line => (line.Name, line.Auc)));
        Assert.Equal(["fasttree", ""], report.Champions.Select(champion => champion.Trainer));
        Assert.Equal(2, report.Champions[0].Confusion!.TruePositives);
    }

    [Fact]
    public void DataOf_Trace_LeavesOutEnqueueingAndWhatIsInsideATrial()
    {
        ReportData report = StoryReport.DataOf(Traces());

        Assert.Equal(["run lifecycle", "process tune", "stage tune", "trial 0", "stage deploy"], report.Trace.Select(bar => bar.Name));
        Assert.Equal(["run", "process", "stage", "other", "stage"], report.Trace.Select(bar => bar.Kind));
        Assert.True(report.Trace[^1].Failed);
        Assert.Equal(3, report.Trace[^1].StartSeconds);
    }

    [Fact]
    public void DataOf_WholeStory_CanBeDrawn() => Assert.Contains("</html>", ReportPage.Of(StoryReport.DataOf(Traces())), StringComparison.Ordinal);

    private static StoryTraces Traces() => new(Outcome(), Scenario(), [Run("lifecycle-0001", Trial(null, 1, "result"), Trial(0, 0, "8"), Trial(1, 1, "16"))],
        new Dictionary<string, Evaluation> { ["lifecycle-0001"] = EvaluationOf(null), ["lifecycle-0002"] = EvaluationOf(new Comparison("", 0, Perfect(), Poor())) }, Spans(), new ActivityTypes([]));

    private static StoryOutcome Outcome() => new()
    {
        Scenario = "shop",
        Seed = 1,
        Success = false,
        Reasons = [],
        Drift = new DriftTimeline("all", 8, 9, 16, null),
        Quality = new StoryQuality("auc", 0.84, 0.7, null, null, null, new NamedWindows(Window(0, 7, 0.84, 0.84), Window(8, 17, 0.7, 0.7), null, null), [Window(0, 3, 0.84, 0.84), Window(18, 20, 0.7, 0.6)]),
        Named = ["price"],
        Cost = new StoryCost("EUR", 100, 700, 1000),
        Champions = [Version(1), Version(2)],
        Runs = ["lifecycle-0001", "lifecycle-0002"],
        Hash = "sha256:0",
        Story = "story-0001",
        Days = 28,
        DriftScores = [new(3, "age", "chi-square", 1, 2, 0.4, false), new(4, "age", "chi-square", null, null, null, false), new(3, "price", "psi", 1, 2, 0.5, false), new(9, "price", "ks", 5, 2, 2.5, true)],
        Decisions = [Decision(8, "none"), Decision(9, "wait"), Decision(10, "wait"), Decision(16, "retrain"), Decision(17, "none"), Decision(20, "wait")],
    };

    private static Scenario Scenario() => new()
    {
        Name = "shop",
        Title = "Shop",
        Goal = "Sell.",
        Folder = "/shop",
        DataFile = "shop.csv",
        Label = new LabelColumn("bought", "yes"),
        Features = [new Feature("price", FeatureKind.Numeric)],
        SuccessCriteria = [new Criterion("auc", 0.7)],
        Costs = new Costs("EUR", 1, 2),
        Division = new Division(0.35, 0.8, 0.1, 0.1),
        Labels = new LabelDelay(3),
        Retrain = new RetrainSettings(1, 300, 0.6, 0.2, 0.2),
        Monitor = new MonitorSettings(0.05, 28, 3),
    };

    private static Simulation.Outcome.QualityWindow Window(int from, int to, double served, double shadow) => new(from, to, 400, served, 0.02, shadow, 1);

    private static StoryDecision Decision(int day, string choice) => new(day, choice, "why", choice == "none" ? null : "drift-0010", null);

    private static ModelVersion Version(int version) => new("shop", version, ContentHash.Of([(byte)version]), [], "approved", new Dictionary<string, double> { ["auc"] = 0.8 },
        version == 1 ? "lifecycle-0001" : "lifecycle-0002", Noon, null);

    // Two positives, two negatives: told apart wholly, and one of four pairs in the right order.
    private static ClassificationQuality Perfect() => ClassificationQuality.Of("", 0.5, [0.9, 0.8, 0.2, 0.1], [true, true, false, false], new Costs("EUR", 1, 2));

    private static ClassificationQuality Poor() => ClassificationQuality.Of("", 0.5, [0.1, 0.6, 0.5, 0.9], [true, true, false, false], new Costs("EUR", 1, 2));

    private static Evaluation EvaluationOf(Comparison? comparison) =>
        new() { Accepted = true, Reasons = [], Candidate = Perfect(), Criteria = [], Comparison = comparison, TestRowsDigest = "", FitRowsDigest = "" };

    private static RunRow Run(string id, params StageExecutionRow[] stages) => new()
    {
        Id = id, Workflow = "lifecycle", WorkflowVersion = 1, Scenario = "shop", Status = RunStatus.Succeeded, StartedAt = Noon, EndedAt = Noon.AddSeconds(6), SimulatedAt = Noon, Seed = 1,
        Cause = new RunCause("manual", null), Error = null, Stages = stages, RootSeed = 1, ScenarioFolder = "/shop", ModelName = "shop", StoryId = "story-0001", ParentRunId = null, DefinitionHash = "", SpanContext = default,
    };

    private static StageExecutionRow Trial(int? ordinal, byte model, string leaves) => new()
    {
        ActivityId = "tune", Stage = "tune", Trial = ordinal, Attempt = 1, Status = ExecutionStatus.Succeeded, Outcome = null, StartedAt = Noon, EndedAt = Noon.AddSeconds(1),
        Metrics = new Dictionary<string, double> { ["validationAuc"] = model == 0 ? 0.81 : 0.83 },
        Outputs = new Dictionary<string, StageOutput>
        {
            ["model"] = new(OutputKinds.Model, ContentHash.Of([model])),
            ["settings"] = new(OutputKinds.Value, null, JsonSerializer.SerializeToElement("""{"trainer":"fasttree"}""")),
        },
        JobId = null, SpanId = null, Error = null, RunId = "lifecycle-0001", ExecutionId = "tune#1", Type = "MlopsSandbox.Tune",
        Settings = ordinal is null ? JsonElement.Parse("{}") : JsonElement.Parse("""{"trainer":"fasttree","parameters":{"leaves":N}}""".Replace("N", leaves, StringComparison.Ordinal)),
    };

    private static SpanRecord[] Spans() =>
    [
        Span(1, null, "run lifecycle", "internal", 0, 6), Span(2, 1, "enqueue tune", "producer", 0, 0.01), Span(3, 2, "process tune", "consumer", 0.1, 2), Span(4, 3, "stage tune", "internal", 0.2, 1.9),
        Span(5, 4, "trial 0", "internal", 0.3, 1), Span(6, 5, "fit fasttree", "internal", 0.4, 0.9), Span(7, 1, "stage deploy", "internal", 3, 4, SpanStatus.Error),
    ];

    private static SpanRecord Span(int id, int? parent, string name, string kind, double from, double to, SpanStatus status = SpanStatus.Ok) => new()
    {
        TraceId = "1", SpanId = id.ToString(CultureInfo.InvariantCulture), ParentId = parent?.ToString(CultureInfo.InvariantCulture), Name = name, Kind = kind, Source = "test",
        StartedAt = Noon.AddSeconds(from), EndedAt = Noon.AddSeconds(to), Status = status, Owner = "test",
    };
}
