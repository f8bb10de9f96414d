using System.Net;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary>Endpoints, their model and definitions to check, over HTTP, of a home whose check has found drift.</summary>
[Collection("sandbox")]
public sealed class ServingTests(WatchedHome home) : IClassFixture<WatchedHome>, IAsyncLifetime
{
    private OpenServer _server = null!;

    public async Task InitializeAsync() => _server = await OpenServer.StartAsync(home.Home);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task GetEndpoints_OneServes_TellsHowItStands()
    {
        JsonElement listed = await GetAsync("/api/endpoints"), shown = await GetAsync("/api/endpoints/telco-churn");

        Assert.Equal(shown.GetRawText(), listed.EnumerateArray().Single().GetRawText().ReplaceLineEndings("\n").Replace("\n  ", "\n", StringComparison.Ordinal));
        Assert.Equal(("telco-churn", 1, "drifted"), (Text(shown, "name"), shown.GetProperty("version").GetInt32(), Text(shown, "light")));
        Assert.True(shown.GetProperty("openAlerts").GetInt32() > 0);
        Assert.True(shown.GetProperty("lastCheck").GetProperty("drifted").GetBoolean());
    }

    [Fact]
    public async Task GetChecks_OfAnEndpoint_ArePagedAndEachHasItsWholeReport()
    {
        HttpResponseMessage page = await _server.Client.GetAsync("/api/endpoints/telco-churn/checks?take=1");
        JsonElement check = JsonElement.Parse(await page.Content.ReadAsStringAsync())[0];
        JsonElement shown = await GetAsync($"/api/endpoints/telco-churn/checks/{Text(check, "id")}");

        Assert.Equal(["1"], page.Headers.GetValues("X-Total-Count"));
        Assert.Contains("monthly_charges", check.GetProperty("alarmed").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(Text(check, "runId"), Text(shown, "runId"));
        Assert.Contains("monthly_charges", shown.GetProperty("report").GetProperty("features").EnumerateArray().Select(feature => Text(feature, "name")));
        Assert.Equal(check.GetProperty("rows").GetInt32(), shown.GetProperty("report").GetProperty("rows").GetInt32());
        Assert.Equal(0, (await GetAsync("/api/endpoints/telco-churn/checks?skip=1")).GetArrayLength());
    }

    [Fact]
    public async Task GetModel_OfTheEndpoint_TellsOfItsChampionAndWhatWasDeployed()
    {
        JsonElement model = await GetAsync("/api/models/telco-churn"), change = (await GetAsync("/api/models/telco-churn/history"))[0], deployed = (await GetAsync("/api/endpoints/telco-churn/deployments"))[0];

        Assert.Equal((1, 1), (model.GetProperty("versions").GetInt32(), model.GetProperty("champion").GetInt32()));
        Assert.Equal(("champion", "deploy", "lifecycle-0001"), (Text(change, "alias"), Text(change, "kind"), Text(change, "runId")));
        Assert.Equal((1, Text(change, "simulatedAt"), "lifecycle-0001"), (deployed.GetProperty("version").GetInt32(), Text(deployed, "servesFrom"), Text(deployed, "runId")));
    }

    [Fact]
    public async Task GetCalls_OfAnEndpoint_AreTheNewestFirst()
    {
        await PostAsync("/api/endpoints/telco-churn/predict", "{}");
        await _server.Sandbox.Catalog.WaitFor(tx => tx.Calls.Newest("telco-churn", DateTimeOffset.MaxValue, 1).Count > 0, CancellationToken.None);

        JsonElement call = (await GetAsync("/api/endpoints/telco-churn/calls?take=1"))[0];

        Assert.Equal(("http", "refused", 1), (Text(call, "path"), Text(call, "outcome"), call.GetProperty("version").GetInt32()));
    }

    [Theory]
    [InlineData("/api/endpoints/telco", 404, "there is no endpoint 'telco'; expected one of: telco-churn. Did you mean 'telco-churn'?")]
    [InlineData("/api/endpoints/telco/checks", 404, "there is no endpoint 'telco';")]
    [InlineData("/api/endpoints/telco/deployments", 404, "there is no endpoint 'telco';")]
    [InlineData("/api/endpoints/telco/calls", 404, "there is no endpoint 'telco';")]
    [InlineData("/api/endpoints/telco-churn/checks/drift-9999", 404, "endpoint 'telco-churn' has no check 'drift-9999'; expected one of its 1. GET /api/endpoints/telco-churn/checks lists them.")]
    [InlineData("/api/endpoints/telco-churn/checks?take=0", 400, "take is 0; expected 1 to 1000 rows, such as 50.")]
    [InlineData("/api/endpoints/telco-churn/calls?take=all", 400, "take is 'all'; expected a whole number, such as 50.")]
    [InlineData("/api/models/telco", 404, "there is no model 'telco'; expected one of: telco-churn. Did you mean 'telco-churn'?")]
    [InlineData("/api/models/telco/history", 404, "there is no model 'telco';")]
    public async Task Get_WhatThereIsNot_SaysWhatIsExpected(string path, int status, string detail)
    {
        HttpResponseMessage response = await _server.Client.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith(detail, Text(JsonElement.Parse(await response.Content.ReadAsStringAsync()), "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ADefinitionThatCanBeWalked_FindsNothingWrong()
    {
        JsonElement check = await PostAsync("/api/workflows/validate", await File.ReadAllTextAsync(Shipped.Workflow("lifecycle")));

        Assert.True(check.GetProperty("isWalkable").GetBoolean());
        Assert.Equal(0, check.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task Validate_ADefinitionThatCannot_AnswersItsProblems()
    {
        JsonElement check = await PostAsync("/api/workflows/validate", """{"root": {"type": "Elsa.Flowchart"}}""");

        Assert.False(check.GetProperty("isWalkable").GetBoolean());
        Assert.Contains(check.GetProperty("problems").EnumerateArray(), problem => Text(problem, "message").StartsWith("definitionId is missing; expected ", StringComparison.Ordinal) && problem.GetProperty("line").GetInt32() == 1);
    }

    private async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await _server.Client.GetStringAsync(path));

    private async Task<JsonElement> PostAsync(string path, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        HttpResponseMessage response = await _server.Client.PostAsync(path, content);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
