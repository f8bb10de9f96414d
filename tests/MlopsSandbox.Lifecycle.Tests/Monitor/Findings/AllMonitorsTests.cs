using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Findings;

/// <summary>What every check promises: each monitor answers, whatever the data.</summary>
public sealed class AllMonitorsTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>
{
    private static readonly MonitorBudget Budget = new(0.002);
    private static readonly Baseline Known = WatchedRequests.BaselineOf(1, 10);
    private readonly Scenario _scenario = WatchedRequests.ScenarioOf(telco);

    [Fact]
    public void Run_NothingChanged_JudgesEverythingAndFindsNothing()
    {
        IReadOnlyList<MonitorResult> results = Run(WatchedRequests.Days(2, 12));

        Assert.Equal(Enum.GetValues<MonitorKind>(), results.Select(result => result.Monitor));
        Assert.All(results, result => Assert.Equal((result.Monitor, "quiet"), (result.Monitor, result.Verdict)));
    }

    [Fact] // a half, and eight times a sixteenth
    public void Run_AnyCheck_SharesOutNoMoreThanTheBudget() =>
        Assert.Equal(Budget.Check, Budget.DriftTests + Run(WatchedRequests.Days(2, 12)).Sum(result => result.Alpha), 1e-15);

    [Fact]
    public void Run_SameRowsInAnotherOrder_SaysTheSameOfDataQuality()
    {
        CapturedRequest[] requests = WatchedRequests.Days(2, 12);
        MonitorResult result = Of(MonitorKind.DataQuality, requests), reversed = Of(MonitorKind.DataQuality, [.. requests.Reverse()]);

        Assert.Equal(result.Findings, reversed.Findings);
    }

    [Fact]
    public void Run_EmptyWindow_SaysSoAndThrowsNothing()
    {
        IReadOnlyList<MonitorResult> results = Run([]);

        Assert.Equal("The window has no requests.", results.Single(result => result.Monitor == MonitorKind.DataQuality).NotJudged);
        Assert.All(results.Where(result => result.Monitor != MonitorKind.Operations), result => Assert.NotNull(result.NotJudged));
    }

    [Fact]
    public void Run_OneRow_FindsNothing() => Assert.DoesNotContain(Run([.. WatchedRequests.Days(2, 12).TakeLast(1)]), result => result.Found);

    [Fact]
    public void Run_AllMissing_IsFoundAsIncompleteAndLeavesTheOthersAlone()
    {
        IReadOnlyList<MonitorResult> results = Run([.. WatchedRequests.Days(2, 12).Select(request => request.With(amount: null))]);

        Assert.Equal(["completeness"], Found(results, MonitorKind.DataQuality));
        Assert.Equal("No request has a value.", results[0].Findings.Single(finding => finding.NotJudged is not null).NotJudged);
        Assert.All(results.Skip(1), result => Assert.False(result.Found));
        Assert.Equal([MonitorKind.JointDrift, MonitorKind.AttributionDrift], results.Where(result => result.NotJudged is not null).Select(result => result.Monitor));
    }

    [Fact]
    public void Run_VanishedColumn_IsFoundAsIncomplete() => Assert.Equal(["completeness"], Found(Run([.. WatchedRequests.Days(2, 12).Select(request => request with
    {
        Features = new Dictionary<string, JsonElement> { ["group"] = request.Features["group"] },
    })]), MonitorKind.DataQuality));

    [Fact]
    public void Run_ChangedType_IsFoundAndSkewSaysWhyItCannotJudge()
    {
        IReadOnlyList<MonitorResult> results = Run([.. WatchedRequests.Days(2, 12).Select(request => request.With(amount: "12.5"))]);

        Assert.Contains("type", Found(results, MonitorKind.DataQuality));
        Assert.Equal("Values of the wrong type in amount cannot be put through the model again.", results.Single(result => result.Monitor == MonitorKind.ServingSkew).NotJudged);
    }

    [Fact]
    public void Run_NumberTooLargeForADouble_IsOfTheWrongType() => Assert.Contains("type", Found(Run([.. WatchedRequests.Days(2, 12).Select(request => request with
    {
        Features = new Dictionary<string, JsonElement>(request.Features) { ["amount"] = JsonDocument.Parse("1e999").RootElement },
    })]), MonitorKind.DataQuality));

    [Fact]
    public void Run_ConstantNumber_IsFoundAsTooFewDifferentValues() =>
        Assert.Equal(["distinct"], Found(Run([.. WatchedRequests.Days(2, 12).Select(request => request.With(amount: 50))]), MonitorKind.DataQuality));

    [Fact]
    public void Run_NumbersTenTimesAsLarge_AreFoundOutOfRange() =>
        Assert.Contains("range", Found(Run([.. WatchedRequests.Days(2, 12).Select(request => request.With(amount: request.Features["amount"].GetDouble() * 10))]), MonitorKind.DataQuality));

    [Fact] // one of 300 lies beyond 1,000 others with probability 0.23
    public void Run_OneStrayValue_IsShownButNotFound()
    {
        CapturedRequest[] requests = WatchedRequests.Days(2, 12);
        requests[^1] = requests[^1].With(amount: 1000);

        MonitorResult result = Of(MonitorKind.DataQuality, requests);

        Assert.False(result.Found);
        Assert.Contains(result.Findings, finding => finding.Measure == "range" && finding.Text.StartsWith("1 of 300", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NewCategory_IsFound() => Assert.Equal(["categories"], Found(Run([.. WatchedRequests.Days(2, 12).Select((request, i) => i % 10 == 0
        ? request with { Features = WatchedRequests.Values(request.Features["amount"], "c") } : request)]), MonitorKind.DataQuality));

    [Fact]
    public void Run_MemberThatIsNoFeature_IsFound() => Assert.Equal(["members"], Found(Run([.. WatchedRequests.Days(2, 12).Select(request => request with
    {
        Features = new Dictionary<string, JsonElement>(request.Features) { ["surprise"] = JsonSerializer.SerializeToElement(1) },
    })]), MonitorKind.DataQuality));

    [Fact]
    public void Run_LabelsThatNeverArrive_AreFoundOverdue()
    {
        IReadOnlyList<MonitorResult> results = Run([.. WatchedRequests.Days(2, 12).Select(request => request with { Label = null })]);

        Assert.Equal(["overdue"], Found(results, MonitorKind.Operations));
        Assert.Equal("0 labels have arrived since the deployment; errors are watched from 100 on.", results.Single(result => result.Monitor == MonitorKind.ConceptDrift).NotJudged);
    }

    [Fact]  // an alert ends by quiet checks, so that a check has to say what is quiet again
    public void Run_ThingsThatWereFoundAndAreMended_AreSignalledAsQuiet()
    {
        CapturedRequest[] requests = WatchedRequests.Days(2, 12);
        string[] found = [.. Signals([.. requests.Select(request => request.With(amount: "12.5") with { Label = null })]).Where(signal => signal.Fires).Select(signal => signal.Subject)];
        AlertSignal[] mended = [.. Signals(requests)];

        Assert.Contains("amount (type)", found);
        Assert.Contains("labels (overdue)", found);
        Assert.All(found, subject => Assert.Contains(mended, signal => signal.Subject == subject && !signal.Fires));

        IEnumerable<AlertSignal> Signals(CapturedRequest[] served) => DriftSignals.Of(new DriftReport
        {
            WindowStart = default, WindowEnd = default, Rows = 0, LabelledRows = 0, Measures = [], Labelled = Known.HeldOut, Baseline = Known.HeldOut, Notes = [], Monitors = Run(served),
        });
    }

    [Fact]
    public void Run_ClockBeforeTheDeployment_FindsNothing() =>
        Assert.DoesNotContain(AllMonitors.Run(Budget, WatchedRequests.After(-1, _scenario, Known, WatchedRequests.Days(2, 12))), result => result.Found);

    [Fact]
    public void Run_OldBaseline_SaysSoAndStillJudgesDataSkewAndTraffic()
    {
        IReadOnlyList<MonitorResult> results = AllMonitors.Run(Budget, WatchedRequests.After(12, _scenario, Known with { Monitors = null, Rows = null }, WatchedRequests.Days(2, 12)));

        Assert.Equal([MonitorKind.DataQuality, MonitorKind.ServingSkew, MonitorKind.Operations], results.Where(result => result.NotJudged is null).Select(result => result.Monitor));
    }

    [Fact]
    public void Run_LabelsThatAreNumbers_SaysSoAndStillJudgesDataSkewTrafficAndFeaturesTogether()
    {
        IReadOnlyList<MonitorResult> results = AllMonitors.Run(Budget, WatchedRequests.After(12, _scenario, Known with { Task = PredictionTask.Regression }, WatchedRequests.Days(2, 12)));

        Assert.Equal([MonitorKind.DataQuality, MonitorKind.ServingSkew, MonitorKind.Operations, MonitorKind.JointDrift, MonitorKind.AttributionDrift], results.Where(result => result.NotJudged is null).Select(result => result.Monitor));
        Assert.All(results.Where(result => result.NotJudged is not null), result => Assert.StartsWith("The labels are numbers", result.NotJudged, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ModelThatCannotBeRead_StopsNoOther()
    {
        IReadOnlyList<MonitorResult> results = AllMonitors.Run(Budget, WatchedRequests.After(12, _scenario, Known, WatchedRequests.Days(2, 12), _ => throw new IOException("No such artifact.")));

        Assert.Equal("It broke on these data: No such artifact.", results.Single(result => result.Monitor == MonitorKind.ServingSkew).NotJudged);
        Assert.Equal([MonitorKind.ServingSkew, MonitorKind.AttributionDrift], results.Where(result => result.NotJudged is not null).Select(result => result.Monitor));
    }

    [Fact]
    public void Run_OtherScoresThanTheModelGives_AreFound() => Assert.Equal(["recomputed"], Found(
        AllMonitors.Run(Budget, WatchedRequests.After(12, _scenario, Known, WatchedRequests.Days(2, 12), rows => [.. rows.RowIds.Select(_ => 0.25)])), MonitorKind.ServingSkew));

    [Fact]
    public void Run_HalfTheTraffic_IsFound() => Assert.Equal(["requests a day"], Found(
        Run([.. WatchedRequests.Days(2, 12).Where((request, i) => i < 900 || i % 2 == 0)]), MonitorKind.Operations));

    [Theory] // the check is on day 12
    [InlineData(null, false, "The model has served for 12 days.")]
    [InlineData(12, false, "The model has served for 12 days; at most 12 are wanted.")]
    [InlineData(11, true, "The model has served for 12 days; at most 11 are wanted.")]
    public void Run_ModelOlderThanTheScenarioAllows_IsFound(int? most, bool found, string text)
    {
        Scenario limited = _scenario with { Monitor = _scenario.Monitor with { MaximumModelDays = most } };
        MonitorFinding age = AllMonitors.Run(Budget, WatchedRequests.After(12, limited, Known, WatchedRequests.Days(2, 12))).Single(result => result.Monitor == MonitorKind.Operations)
            .Findings.Single(finding => finding.Subject == "model");

        Assert.Equal((found, text), (age.Found, age.Text));
    }

    [Fact] // labels turn round on day 8, so that the scores tell nothing and the labels everything
    public void Run_ConceptDrift_IsFoundByErrorsAndCostButNotByTheEstimate()
    {
        IReadOnlyList<MonitorResult> results = Run([.. WatchedRequests.Days(2, 12).Select((request, i) => i < 800 ? request : request with { Label = 1 - request.Label })]);

        Assert.Equal(["hddm-a"], Found(results, MonitorKind.ConceptDrift));
        Assert.Equal(["accuracy", "cost"], Found(results, MonitorKind.MeasuredQuality));
        Assert.Empty(Found(results, MonitorKind.EstimatedQuality));
    }

    [Fact]
    public void Run_HarderRequests_AreEstimatedToCostMoreBeforeLabelsArrive() => Assert.Equal(["cost"], Found(
        Run([.. WatchedRequests.Days(2, 12).Select((request, i) => i < 900 ? request : request with { Score = 0.3 + (0.19 * request.Score) })]), MonitorKind.EstimatedQuality));

    [Fact]
    public void Run_GroupThatIsAlwaysCalled_IsFoundByParity() => Assert.Contains("demographic parity", Found(
        Run([.. WatchedRequests.Days(2, 12).Select(request => request.Features["group"].GetString() == "a" ? request with { Score = 0.5 + (request.Score / 2) } : request)]), MonitorKind.Bias));

    [Fact]
    public void Write_Report_TellsEachMonitor()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            MonitorsJson.Write(writer, Run(WatchedRequests.Days(2, 12)));
            writer.WriteEndObject();
        }

        JsonElement first = JsonSerializer.Deserialize<JsonElement>(bytes.ToArray()).GetProperty("monitors")[1];
        Assert.Equal(["monitor", "verdict", "alpha", "judged", "notJudged", "findings"], first.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["subject", "measure", "value", "reference", "low", "high", "p", "alpha", "found", "notJudged", "text"], first.GetProperty("findings")[0].EnumerateObject().Select(member => member.Name));
    }

    private IReadOnlyList<MonitorResult> Run(IReadOnlyList<CapturedRequest> requests) => AllMonitors.Run(Budget, WatchedRequests.After(12, _scenario, Known, requests));

    private MonitorResult Of(MonitorKind kind, IReadOnlyList<CapturedRequest> requests) => Run(requests).Single(result => result.Monitor == kind);

    private static IEnumerable<string> Found(IReadOnlyList<MonitorResult> results, MonitorKind kind) =>
        results.Single(result => result.Monitor == kind).Findings.Where(finding => finding.Found).Select(finding => finding.Measure);
}
