using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using MlopsSandbox.Api;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Retrain policies and alerts, by the program and over HTTP, on a home whose check has found drift.</summary>
[Collection("sandbox")]
public sealed class PoliciesAndAlertsTests(WatchedHome home) : IClassFixture<WatchedHome>
{
    [Fact]
    public async Task Policies_NothingSet_ShowTheScenariosOwnAndWhatItDecided()
    {
        await home.CallAsync("policies", "set", "default", "--reason", "as at first");
        JsonElement shown = Json(await home.CallAsync("policies", "--output", "json"));

        Assert.Equal(("telco-churn", "scenario", "drift"), (Text(shown, "endpoint"), Text(shown, "source"), Text(shown.GetProperty("policy"), "kind")));
        JsonElement decision = shown.GetProperty("decisions")[0];
        Assert.Equal(("wait", "drift", "labels"), (Text(decision, "choice"), Text(decision, "rule"), Text(decision, "guardrail")));
        Assert.Equal("monthly_charges", Text(decision.GetProperty("evidence").GetProperty("alarm"), "what"));
        Assert.Equal(JsonValueKind.Null, decision.GetProperty("startedRun").ValueKind);
    }

    [Fact]
    public async Task PoliciesSet_Combination_IsInForceWithWhoAndWhy()
    {
        CliResult set = await home.CallAsync(
            "policies", "set", "any", "drift", "periodic", "--every-days", "30", "--cooldown-days", "7", "--data", "window", "--rows", "5000", "--reason", "monthly at least", "--by", "anna");
        CliResult shown = await home.CallAsync("policies", "show", "--endpoint", "telco-churn");

        Assert.Equal(ExitCodes.Succeeded, set.ExitCode);
        Assert.StartsWith("Endpoint telco-churn, scenario telco-churn: any of (retrain on drift, retrain every 30 days).", shown.Out, StringComparison.Ordinal);
        Assert.Contains("It learns from: window, rows 5000.", shown.Out, StringComparison.Ordinal);
        Assert.Contains("by anna at ", shown.Out, StringComparison.Ordinal);
        Assert.Contains(": monthly at least", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PoliciesSet_ForTheScenario_HoldsWhereTheEndpointHasNone()
    {
        await home.CallAsync("policies", "set", "never", "--scenario", "telco-churn", "--reason", "audit");
        await home.CallAsync("policies", "set", "default", "--reason", "none of its own");
        JsonElement ofScenario = Json(await home.CallAsync("policies", "show", "-o", "json")).GetProperty("policy");
        await home.CallAsync("policies", "set", "drift", "--reason", "one of its own");
        JsonElement own = Json(await home.CallAsync("policies", "show", "-o", "json")).GetProperty("policy");
        await home.CallAsync("policies", "set", "default", "--scenario", "telco-churn", "--reason", "audit is over");

        Assert.Equal(("never", "drift"), (Text(ofScenario, "kind"), Text(own, "kind")));
    }

    [Theory]
    [InlineData("perodic --reason x", "KIND is 'perodic'; expected one of: never, periodic, labels, drift, quality, estimatedQuality, cost, any, all, default. Did you mean 'periodic'?")]
    [InlineData("periodic --reason x", "--every-days is missing, which periodic needs; expected a number. periodic: simulated days from one training to the next.")]
    [InlineData("drift --every-days 7 --reason x", "--every-days is given, which drift does not read; expected it with periodic. Leave it out.")]
    [InlineData("drift periodic --every-days 7 --reason x", "KIND is 'drift periodic'; expected any or all before several kinds, such as any drift periodic.")]
    [InlineData("any drift --reason x", "KIND is 'any drift'; expected two or more kinds after any, such as any drift periodic.")]
    [InlineData("drift --rows 5 --reason x", "--rows, --days or --half-life-days is given without --data; expected --data window or --data decay with it.")]
    [InlineData("drift --budget-days 5 --reason x", "--budget-trainings and --budget-days go together, and one is missing; expected both, such as --budget-trainings 2 --budget-days 30.")]
    [InlineData("drift --data windw --reason x", "data.kind is 'windw'; expected one of sinceChange, sinceTraining, window, decay, all. Choose one of them. Did you mean 'window'?")]
    [InlineData("drift --endpoint telco --reason x", "there is no endpoint 'telco'; expected one of: telco-churn. Did you mean 'telco-churn'?")]
    [InlineData("drift", "--reason is missing: why, for those who look at the policy later. See 'mlops policies set --help'.")]
    public async Task PoliciesSet_Wrong_SaysWhatToDoAndChangesNothing(string words, string problem)
    {
        string before = (await home.CallAsync("policies", "-o", "json")).Out;
        CliResult refused = await home.CallAsync([.. "policies set".Split(' '), .. words.Split(' ')]);

        Assert.Equal((ExitCodes.Usage, $"mlops: error: {problem}{Environment.NewLine}"), (refused.ExitCode, refused.Error));
        Assert.Equal(before, (await home.CallAsync("policies", "-o", "json")).Out);
    }

    [Fact]
    public async Task Alerts_DriftWasFound_AreListedAndShownWithWhoWasTold()
    {
        JsonElement alert = Json(await home.CallAsync("alerts", "-o", "json")).EnumerateArray().Single(one => Text(one, "subject") == "monthly_charges");
        CliResult shown = await home.CallAsync("alerts", "show", Text(alert, "id"));

        Assert.Equal(("drift", "warning"), (Text(alert, "rule"), Text(alert, "severity")));
        Assert.Contains("Drift in monthly_charges: ks ", shown.Out, StringComparison.Ordinal);
        Assert.Matches(@"notification-0001\s+raised\s+log\s+(delivered|pending)", shown.Out);
        Assert.Contains(Text(alert, "id"), (await home.CallAsync("alerts", "list", "--all")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlertsAck_Twice_KeepsTheFirst()
    {
        string id = Text(Json(await home.CallAsync("alerts", "-o", "json"))[0], "id");
        CliResult first = await home.CallAsync("alerts", "ack", id, "--note", "the price list changed", "--by", "anna");
        CliResult second = await home.CallAsync("alerts", "ack", id, "--note", "me too", "--by", "bob");

        Assert.Contains("Taken up by anna at ", first.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, second.ExitCode);
        Assert.StartsWith($"mlops: error: alert '{id}' was acknowledged by anna at ", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alerts show alert-001", "there is no alert 'alert-001'; expected one of its ")]
    [InlineData("alerts silence --days 0 --reason x", "--days is '0'; expected simulated days above 0, 36500 at most, such as 7.")]
    [InlineData("alerts silence --days 1 --rule drft --reason x", "rule is 'drft'; expected one of: drift, prediction, quality, dataQuality, conceptDrift, measuredQuality, estimatedQuality, bias, servingSkew, operations, jointDrift, attributionDrift. Did you mean 'drift'?")]
    [InlineData("alerts ack alert-0001 --note x --by ", "--by is ''; expected a name.")]
    public async Task Alerts_Wrong_SaysWhatToDo(string words, string problem)
    {
        CliResult refused = await home.CallAsync(words.Split(' '));

        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains(problem, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_PoliciesAndAlerts_AreWhatTheCommandsTell()
    {
        await using Sandbox sandbox = Sandbox.Open(Places.Of(home.Home, null, null, _ => null), _ => null);
        await using WebApplication web = WebHost.Build(sandbox, new Hints("mlops"), ["http://127.0.0.1:0"]);
        await web.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(web.Urls.Single()) };

        Answer set = await PostAsync(client, "/api/policies", """{"policy": {"kind": "labels", "everyLabels": 500}, "reason": "trial", "by": "anna"}""");
        Answer silence = await PostAsync(client, "/api/silences", """{"feature": "monthly_charges", "days": 7, "reason": "known", "by": "anna"}""");
        Answer wrong = await PostAsync(client, "/api/policies", """{"policy": {"kind": "perodic"}, "reason": "trial", "by": "anna"}""");

        Assert.Equal((200, 200, 400), (set.Status, silence.Status, wrong.Status));
        Assert.Contains("Did you mean 'periodic'?", wrong.Detail, StringComparison.Ordinal);
        Assert.Equal((await home.CallAsync("policies", "-o", "json")).Out.TrimEnd(), await client.GetStringAsync("/api/policies"));
        Assert.Equal((await home.CallAsync("alerts", "-o", "json")).Out.TrimEnd(), await client.GetStringAsync("/api/alerts"));
        Assert.Contains(JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/api/alerts")).EnumerateArray(), one => Text(one, "status") == "silenced");
        Assert.Equal(404, (await PostAsync(client, "/api/alerts/alert-9999/ack", """{"note": "x", "by": "anna"}""")).Status);
    }

    private static async Task<Answer> PostAsync(HttpClient client, string path, string json)
    {
        using StringContent body = new(json, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(await client.PostAsync(path, body));
    }

    private static JsonElement Json(CliResult result) => JsonSerializer.Deserialize<JsonElement>(result.Out);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
