using System.Diagnostics;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

public sealed class MonitorStageTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>, IDisposable
{
    private const string Endpoint = "telco-churn";
    private const int ChangeDay = 8;
    private readonly string _home = Directory.CreateTempSubdirectory("monitor-stage").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Execute_PriceRise_IsFoundThenWaitsThenRetrains()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);

        List<string> choices = [.. Enumerable.Range(0, 22).Select(day => CheckAfter(day, catalog).Choice)];

        int found = choices.IndexOf("wait"), retrain = choices.IndexOf("retrain");
        Assert.InRange(found, ChangeDay, ChangeDay + 1);
        // 700 labels of 120 a day, three days late: at the end of the ninth changed day 721 have arrived,
        // as the first of the next day arrives at that very moment.
        Assert.Equal(ChangeDay + 8, retrain);
        Assert.All(choices[..found], choice => Assert.Equal("none", choice));
        Assert.All(choices[found..retrain], choice => Assert.Equal("wait", choice));
        Assert.Equal(TelcoStory.Begin.AddDays(ChangeDay), catalog.Decisions[retrain].ChangedAt);
        Assert.Equal($"drift-{found + 1:0000}", catalog.Decisions[retrain].ReportId);
    }

    [Fact] // the catalog of this test deploys nothing, which is how a rejected challenger looks
    public void Execute_RetrainRejected_TriesAgainWithHalfAsManyLabelsMore()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);

        List<string> choices = [.. Enumerable.Range(0, 22).Select(day => CheckAfter(day, catalog).Choice)];

        // 721 labels; half as many more are 1,082, which 1,081 on the third day after are not yet.
        Assert.Equal([ChangeDay + 8, ChangeDay + 12], choices.Select((choice, day) => (choice, day)).Where(pair => pair.choice == "retrain").Select(pair => pair.day));
    }

    [Fact]
    public void Execute_NewModelOnItsWay_DecidesNothing()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);
        foreach (int day in Enumerable.Range(0, 12)) CheckAfter(day, catalog);
        catalog.Deployments.Add(catalog.Deployments[0] with { Version = 2, EffectiveAt = TelcoStory.Begin.AddDays(14) });

        DriftChecked before = CheckAfter(12, catalog), after = CheckAfter(13, catalog);

        Assert.Equal(("none", "A new model serves from 2026-01-15 on."), (before.Choice, before.Reason));
        Assert.Equal(("none", "No drift."), (after.Choice, after.Reason));
    }

    [Fact]
    public void Execute_Check_HandsOnOutputsMetricsAndReport()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);

        StageCompleted completed = Execute(9, catalog, settings: """{"endpoint": ""}""");

        Assert.Equal("Done", completed.Outcome);
        Assert.Equal(["drifted", "decision", "since", "source", "halfLifeDays", "approval", "reason", "score", "report"], completed.Outputs.Keys);
        Assert.True(completed.Outputs["drifted"].Value!.Value.GetBoolean());
        Assert.Equal("wait", completed.Outputs["decision"].Value!.Value.GetString());
        Assert.Equal("2026-01-09T00:00:00Z", completed.Outputs["since"].Value!.Value.GetString());
        Assert.True(completed.Outputs["score"].Value!.Value.GetDouble() > 1);
        Assert.Equal((360, 360), (completed.Metrics["rows"], completed.Metrics["labelledRows"]));
        DriftChecked effect = Assert.IsType<DriftChecked>(Assert.Single(completed.Effects));
        Assert.Equal("monthly_charges", effect.Report.GetProperty("features")[0].GetProperty("name").GetString());
        Assert.Equal("{\"windowStart\":\"2026-01-08T00:00:00Z\"", File.ReadAllText(Artifacts.PathOf(completed.Outputs["report"].Hash!.Value))[..37]);
    }

    [Fact]
    public void Execute_OnlyLabelsTell_NamesQualityAsTheCause()
    {
        TelcoStory story = new(telco.Rows, 8, rows => TelcoDrift.Labels(rows, ChangeDay));
        RememberedEndpoint catalog = new(Endpoint, story, Artifacts.Put(BaselineJson.Write(story.Baseline)));

        DriftChecked[] alarms = [.. Enumerable.Range(0, 22).Select(day => CheckAfter(day, catalog)).Where(check => check.Drifted)];

        Assert.NotEmpty(alarms);
        Assert.All(alarms, alarm => Assert.Equal("quality", alarm.Cause));
    }

    [Fact]
    public void Execute_FeatureAndLabelsTell_NamesDriftAsTheCause()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);

        Assert.Equal("drift", CheckAfter(10, catalog).Cause);
    }

    [Fact]
    public void Execute_PolicyWasSet_DecidesByItAndKeepsItsGrounds()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);
        catalog.Policy = new PolicyRow(PolicyScope.Endpoint, Endpoint, JsonSerializer.Deserialize<JsonElement>("""
            {"kind": "periodic", "everyDays": 10, "data": {"kind": "decay", "halfLifeDays": 3}, "guardrails": {"minimumLabels": 100, "approval": true}}
            """), "anna", "trial", TelcoStory.Begin);

        StageCompleted ninth = Execute(8, catalog), tenth = Execute(9, catalog);

        Assert.Equal(("none", "retrain"), (Value(ninth, "decision").GetString(), Value(tenth, "decision").GetString()));
        Assert.Equal(("labelled", "", "3", true), (Value(tenth, "source").GetString(), Value(tenth, "since").GetString(), Value(tenth, "halfLifeDays").GetString(), Value(tenth, "approval").GetBoolean()));
        DriftChecked effect = (DriftChecked)tenth.Effects[0];
        Assert.Equal(("schedule", "periodic"), (effect.Cause, effect.Grounds!.Rule));
        Assert.Equal(841, effect.Grounds.Evidence.GetProperty("labels").GetInt32());    // 120 a day, three days late, and the first of the next day just then
        Assert.Equal(telco.Scenario.Features.Count + 2, effect.Signals.Count(signal => signal.Rule is AlertRules.Drift or AlertRules.Prediction or AlertRules.Quality));

        static JsonElement Value(StageCompleted completed, string name) => completed.Outputs[name].Value!.Value;
    }

    [Fact]
    public void Execute_Check_StartsASpanForEachTestLinkedToTheDeployment()
    {
        List<Activity> spans = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using Activity stage = new Activity("test").Start();

        RememberedEndpoint catalog = Serve(traffic: 8);
        catalog.Deployments[0] = catalog.Deployments[0] with { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };

        Execute(9, catalog);

        Activity[] mine = [.. spans.Where(span => span.TraceId == stage.TraceId)];
        Assert.Equal(telco.Scenario.Features.Count + 2, mine.Length);
        Assert.All(mine, span => Assert.Equal("b7ad6b7169203331", Assert.Single(span.Links).Context.SpanId.ToString()));
        Assert.Equal(true, Assert.Single(mine, span => span.OperationName == "check monthly_charges").GetTagItem(TelemetryNames.Attributes.Drifted));
    }

    [Fact]
    public void Execute_NothingServes_SaysWhatToDo()
    {
        StageException refused = Assert.Throws<StageException>(() => Execute(3, Serve(traffic: 8), settings: """{"endpoint": "elsewhere"}"""));

        Assert.Equal("no-deployment", refused.Code);
        Assert.Equal(
            "Endpoint 'elsewhere' serves no model at 2026-01-05 00:00 (simulated time). Deploy one first, for example by a run of 'lifecycle' with this scenario.",
            refused.Message);
    }

    [Fact]
    public void Execute_NoBaseline_SaysWhatToDo()
    {
        RememberedEndpoint catalog = Serve(traffic: 8);
        catalog.Deployments[0] = catalog.Deployments[0] with { Baseline = null };

        Assert.Equal("no-baseline", Assert.Throws<StageException>(() => Execute(3, catalog)).Code);
    }

    private ArtifactStore Artifacts => new(_home);

    private RememberedEndpoint Serve(int traffic)
    {
        TelcoStory story = new(telco.Rows, traffic, rows => TelcoDrift.Price(rows, ChangeDay, 1.3));
        return new RememberedEndpoint(Endpoint, story, Artifacts.Put(BaselineJson.Write(story.Baseline)));
    }

    private DriftChecked CheckAfter(int day, RememberedEndpoint catalog)
    {
        DriftChecked check = (DriftChecked)Execute(day, catalog).Effects[0];
        catalog.Remember(TelcoStory.Begin.AddDays(day + 1), check);
        return check;
    }

    private StageCompleted Execute(int day, RememberedEndpoint catalog, string settings = "{}") =>
        CheckOfADay.Execute(telco.Scenario, Artifacts, catalog, TelcoStory.Begin.AddDays(day + 1), settings);
}
