using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Tests.Commands;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Api;

/// <summary>The web host on a free port, over a home in which the lifecycle has really run.</summary>
[Collection("sandbox")]
public sealed class ServeTests(RanHome home) : IClassFixture<RanHome>, IAsyncLifetime
{
    private OpenServer _server = null!;

    public async Task InitializeAsync() => _server = await OpenServer.StartAsync(home.Home);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/hangfire", "text/html")]
    [InlineData("/health", "application/json")]
    [InlineData("/api/runs", "application/json")]
    [InlineData("/api/models", "application/json")]
    public async Task Get_Page_IsThere(string path, string type)
    {
        HttpResponseMessage response = await _server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task GetArtifact_ThatAStageMade_IsItsBytesAndNothingElseIsServed()
    {
        StageExecutionRow ingest = _server.Sandbox.Catalog.Read(tx => tx.Runs.Show("lifecycle-0001"))!.Stages.First(stage => stage.ActivityId == "ingest");
        string profile = ingest.Outputs["profile"].Hash!.Value.ToString();

        HttpResponseMessage response = await _server.Client.GetAsync($"/api/artifacts/{profile}");

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".json", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal(profile, MlopsSandbox.Lifecycle.Artifacts.ContentHash.Of(await response.Content.ReadAsByteArrayAsync()).ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Client.GetAsync($"/api/artifacts/sha256:{new string('0', 64)}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.Client.GetAsync("/api/artifacts/..%2F..%2Fcatalog.db")).StatusCode);
    }

    [Fact]
    public void StageView_OfAStage_KnowsWhatItWasGivenAndMade()
    {
        StageView Of(string id) => _server.Sandbox.Catalog.Read(tx =>
        {
            RunRow run = tx.Runs.Show("lifecycle-0001")!;
            MlopsSandbox.Workflows.Definitions.WorkflowDefinition definition = _server.Sandbox.Bridge.Control.DefinitionOf(tx, run);
            return StageView.Read(tx, _server.Sandbox, run, definition.Find(id)!, id, ActivityStates.Of(definition, run)[id]);
        });

        Assert.Equal(["ingest dataset", "ingest profile"], Of("prep").Given.Select(given => $"{given.Maker} {given.Name}"));
        Assert.Equal("lifecycle-0001", Of("deploy").Version?.RunId);
        Assert.Equal((true, false), (Of("prep").CanReuse, Of("deploy").CanReuse));
        Assert.All(Of("ingest").State.Attempts, stage => Assert.True(stage.QueuedAt <= stage.StartedAt));
    }

    [Fact]
    public async Task GetRun_Known_IsWhatShowTells()
    {
        string overHttp = await _server.Client.GetStringAsync("/api/runs/lifecycle-0001");
        CliResult shown = await home.CallAsync("show lifecycle-0001 --output json");

        Assert.Equal(shown.Out.Trim(), overHttp);
    }

    [Theory]
    [InlineData("/api/runs", "runs")]
    [InlineData("/api/models", "models")]
    [InlineData("/api/workflows", "workflows list")]
    [InlineData("/api/workflows/lifecycle", "workflows show lifecycle")]
    [InlineData("/api/approvals", "approvals")]
    [InlineData("/api/tasks", "tasks")]
    [InlineData("/api/scenarios", "scenarios")]
    [InlineData("/api/activities", "workflows activities")]
    public async Task Get_List_IsWhatTheCommandLineTells(string path, string words) =>
        Assert.Equal((await home.CallAsync($"{words} --output json")).Out.Trim(), await _server.Client.GetStringAsync(path));

    [Fact]
    public async Task GetWorkflow_Unknown_IsAProblem404() =>
        await AssertProblem(await _server.Client.GetAsync("/api/workflows/lifecycl"), HttpStatusCode.NotFound, "workflows and ");

    [Fact]
    public async Task GetRuns_TagThatIsNone_IsAProblem400() =>
        await AssertProblem(await _server.Client.GetAsync("/api/runs?tag=two+words"), HttpStatusCode.BadRequest, "tag is 'two words'; expected a word of at most 60");

    [Fact]
    public async Task GetRun_Unknown_IsAProblem404() =>
        await AssertProblem(await _server.Client.GetAsync("/api/runs/lifecycle-0009"), HttpStatusCode.NotFound, $"{home.Home}: there is no run 'lifecycle-0009'; expected one of its 1. Did you mean 'lifecycle-0001'? See 'mlops runs'.");

    [Fact]
    public async Task Predict_ByName_ScoresAsTheCommandLineDoes()
    {
        string row = RanHomeTests.FirstRow().ToJsonString();

        JsonElement answer = await (await PostAsync("/api/endpoints/telco-churn/predict", row)).Content.ReadFromJsonAsync<JsonElement>();

        JsonElement told = JsonDocument.Parse((await home.CallAsync("predict -o json", row)).Out).RootElement;
        Assert.Equal(told.GetRawText(), answer.GetRawText());
    }

    [Fact]
    public async Task Predict_BadFields_AreEachNamed()
    {
        JsonObject row = RanHomeTests.FirstRow();
        row.Remove("contract");
        row["tenure"] = "long";
        row["tenura"] = 1;

        HttpResponseMessage response = await PostAsync("/api/predict", row.ToJsonString());

        JsonElement errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["contract", "tenura", "tenure"], errors.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{", "the request's body:1:2: this is not JSON")]
    [InlineData("[]", "the request's body: expected a row such as")]
    [InlineData("3", "the request's body: expected a row such as")]
    public async Task Predict_BodyThatIsNoRow_IsAProblem400(string body, string detail) =>
        await AssertProblem(await PostAsync("/api/predict", body), HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task Predict_AnsweredAndRefused_AreNotedAsCalls()
    {
        await PostAsync("/api/predict", $"[{RanHomeTests.FirstRow().ToJsonString()}, {RanHomeTests.FirstRow().ToJsonString()}]");
        await PostAsync("/api/endpoints/telco-churn/predict", "{}");
        await home.CallAsync("predict -o json", RanHomeTests.FirstRow().ToJsonString());

        await _server.Sandbox.Catalog.WaitFor(tx => CallsOf(tx).Count(call => call.Path == CallPath.Http) >= 2 && CallsOf(tx).Any(call => call.Path == CallPath.Command), CancellationToken.None);
        IReadOnlyList<ServedCall> calls = _server.Sandbox.Catalog.Read(CallsOf);
        Assert.Contains(calls, call => call is { Outcome: CallOutcome.Answered, Path: CallPath.Http, Rows: 2, ModelVersion: 1, Milliseconds: > 0 });
        Assert.Contains(calls, call => call is { Outcome: CallOutcome.Refused, Path: CallPath.Http, Rows: 1 });
        Assert.Contains(calls, call => call is { Outcome: CallOutcome.Answered, Path: CallPath.Command, Rows: 1 });

        static IReadOnlyList<ServedCall> CallsOf(CatalogTransaction tx) => tx.Calls.Newest("telco-churn", DateTimeOffset.MaxValue, 100);
    }

    [Fact]
    public async Task Predict_CallThatCannotBeNoted_IsAnsweredAllTheSame()
    {
        using SqliteConnection catalog = new($"Data Source={Path.Combine(home.Home, "catalog.db")};Pooling=false");
        catalog.Open();
        using SqliteCommand away = new("ALTER TABLE calls RENAME TO calls_away", catalog), back = new("ALTER TABLE calls_away RENAME TO calls", catalog);
        away.ExecuteNonQuery();

        HttpResponseMessage response = await PostAsync("/api/predict", RanHomeTests.FirstRow().ToJsonString());
        await _server.Sandbox.Calls.DisposeAsync();
        back.ExecuteNonQuery();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Predict_UnknownEndpoint_IsAProblem404() => await AssertProblem(
        await PostAsync("/api/endpoints/nobody/predict", "{}"), HttpStatusCode.NotFound, "there is no endpoint 'nobody'; expected one of: telco-churn.");

    [Fact]
    public async Task PromoteModel_Known_AnswersWithTheChampion()
    {
        JsonElement champion = await (await PostAsync("/api/models/telco-churn/promote", """{"version": 1, "reason": "still the best"}""")).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((1, "champion"), (champion.GetProperty("version").GetInt32(), champion.GetProperty("aliases")[0].GetString()));
    }

    [Theory]
    [InlineData("promote", """{"version": 7, "reason": "test"}""", HttpStatusCode.NotFound, "model 'telco-churn' has no version 7; expected one of 1.")]
    [InlineData("promote", """{"reason": "test"}""", HttpStatusCode.BadRequest, "the request's body: version is missing; expected a whole number: the version that is to serve.")]
    [InlineData("rollback", """{"reason": ""}""", HttpStatusCode.BadRequest, "the request's body: reason is ''")]
    public async Task ChangeChampion_Wrong_IsAProblem(string what, string body, HttpStatusCode status, string detail) =>
        await AssertProblem(await PostAsync($"/api/models/telco-churn/{what}", body), status, detail);

    private Task<HttpResponseMessage> PostAsync(string path, string json) => _server.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task AssertProblem(HttpResponseMessage response, HttpStatusCode status, string detail)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(detail, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
