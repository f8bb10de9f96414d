using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary>What people do to runs, over HTTP; the command line looks at the same home and says the same.</summary>
[Collection("sandbox")]
public sealed class RunControlTests : IAsyncLifetime, IDisposable
{
    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    public void Dispose() => _served.Dispose();

    [Fact]
    public async Task Start_WithInputs_IsCreatedAndWalked()
    {
        string file = JsonSerializer.Serialize(Definition("faulty"));
        Answer started = await _served.PostAsync("/api/runs", $$"""{"workflow": {{file}}, "inputs": {"divisor": 3}, "seed": 7, "tags": ["baseline"]}""");

        Assert.Equal((201, "/api/runs/faulty-0001"), (started.Status, started.Location?.ToString()));
        JsonElement run = await _served.ReachesAsync("faulty-0001", "succeeded");
        Assert.Equal((7, "baseline"), (run.GetProperty("seed").GetInt32(), Assert.Single(run.GetProperty("tags").EnumerateArray()).GetString()));
        Assert.Equal(["hello", "one part is 4"], run.GetProperty("journal").EnumerateArray().Select(entry => entry.GetProperty("text").GetString()).OfType<string>());
        await AssertToldAsCliDoes("/api/runs/faulty-0001", "show", "faulty-0001");
        await AssertToldAsCliDoes("/api/runs?tag=baseline", "runs", "--tag", "baseline");
        Assert.Equal("[]", await _served.GetAsync("/api/runs?tag=baseline&tag=friday"));
    }

    [Fact]
    public async Task Start_Refused_SaysWhatTheCommandLineSays()
    {
        string file = JsonSerializer.Serialize(Definition("faulty"));
        await AssertRefusedAsCliDoes(400, $$"""{"workflow": {{file}}, "inputs": {"diviser": 3} }""", "run", Definition("faulty"), "--input", "diviser=3");
        await AssertRefusedAsCliDoes(400, $$"""{"workflow": {{file}}, "inputs": {"divisor": "few"} }""", "run", Definition("faulty"), "--input", "divisor=few");
        await AssertRefusedAsCliDoes(400, """{"workflow": "./nothing.json"}""", "run", "./nothing.json");
        await AssertRefusedAsCliDoes(404, """{"workflow": "lifecicle"}""", "run", "lifecicle");
        await AssertRefusedAsCliDoes(400, """{"workflow": "lifecycle", "inputs": {"scenario": "telco"}}""", "run", "lifecycle", "--input", "scenario=telco");
        Assert.Equal("[]", await _served.GetAsync("/api/runs"));
    }

    [Fact]
    public async Task Start_InputsMissing_NamesAllAndHowToGiveThem()
    {
        Answer refused = await _served.PostAsync("/api/runs", $$"""{"workflow": {{JsonSerializer.Serialize(Definition("starter"))}}}""");

        Assert.Equal(400, refused.Status);
        Assert.Equal("""workflow 'starter' needs the inputs 'workflow', 'scenario', which are not given; expected {"inputs": {"workflow": "STRING", "scenario": "NAME"}}. See 'mlops scenarios'.""", refused.Detail);
    }

    [Fact]
    public async Task Cancel_RunThatWaits_EndsItOnce()
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");

        Assert.Equal("cancelled", (await _served.PostAsync("/api/runs/release-0001/cancel")).Json.GetProperty("status").GetString());

        Answer again = await _served.PostAsync("/api/runs/release-0001/cancel");
        Assert.Equal((409, Told(await _served.CallAsync("cancel", "release-0001"))), (again.Status, again.Detail));
    }

    [Fact]
    public async Task PauseAndResume_RunThatWaits_HoldsItAndLetsItGo()
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");

        Assert.Equal("paused", (await _served.PostAsync("/api/runs/release-0001/pause")).Json.GetProperty("status").GetString());
        Answer again = await _served.PostAsync("/api/runs/release-0001/pause");
        Assert.Equal((409, Told(await _served.CallAsync("pause", "release-0001"))), (again.Status, again.Detail));

        await _served.PostAsync("/api/runs/release-0001/resume");
        await _served.ReachesAsync("release-0001", "waiting");
    }

    [Fact]
    public async Task Retry_RunThatFailed_TriesAgain()
    {
        await _served.ReachesAsync(await _served.StartAsync("faulty", """{"divisor": 0}"""), "failed");

        Answer retried = await _served.PostAsync("/api/runs/faulty-0001/retry", """{"activity": "check"}""");

        Assert.Equal(200, retried.Status);
        Assert.Equal(2, (await _served.ReachesAsync("faulty-0001", "failed")).GetProperty("incidents").GetArrayLength());
        Answer wrong = await _served.PostAsync("/api/runs/faulty-0001/retry", """{"activity": "hello"}""");
        Assert.Equal((409, Told(await _served.CallAsync("retry", "faulty-0001", "hello"))), (wrong.Status, wrong.Detail));
    }

    [Fact]
    public async Task Rerun_WithAnotherInput_IsANewRun()
    {
        await _served.ReachesAsync(await _served.StartAsync("faulty", """{"divisor": 0}"""), "failed");

        Answer rerun = await _served.PostAsync("/api/runs/faulty-0001/rerun", """{"from": "check", "inputs": {"divisor": 4}}""");

        Assert.Equal((201, "/api/runs/faulty-0002"), (rerun.Status, rerun.Location?.ToString()));
        Assert.Equal("faulty-0001", (await _served.ReachesAsync("faulty-0002", "succeeded")).GetProperty("rerunOf").GetString());
        Answer wrong = await _served.PostAsync("/api/runs/faulty-0001/rerun", """{"from": "chek"}""");
        Assert.Equal((409, Told(await _served.CallAsync("rerun", "faulty-0001", "--from", "chek"))), (wrong.Status, wrong.Detail));
    }

    [Fact]
    public async Task TagAndNote_AreShownByTheCommandLine()
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");

        await _served.PostAsync("/api/runs/release-0001/tags", """{"tags": ["team/anna", "friday"]}""");
        await _served.DeleteAsync("/api/runs/release-0001/tags/friday");
        await _served.PostAsync("/api/runs/release-0001/notes", """{"text": "before the price change", "by": "anna"}""");

        JsonElement run = Json(await _served.CallAsync("show", "release-0001", "--output", "json"));
        Assert.Equal("team/anna", Assert.Single(run.GetProperty("tags").EnumerateArray()).GetString());
        Assert.Equal("anna", Assert.Single(run.GetProperty("notes").EnumerateArray()).GetProperty("by").GetString());
        Answer missing = await _served.DeleteAsync("/api/runs/release-0001/tags/friday");
        Assert.Equal((404, Told(await _served.CallAsync("tag", "release-0001", "friday", "--remove"))), (missing.Status, missing.Detail));
        Assert.Empty(Json(await _served.DeleteAsync("/api/runs/release-0001/tags/team/anna")).GetProperty("tags").EnumerateArray());
    }

    private static string Definition(string name) => Path.Combine(AppContext.BaseDirectory, "Definitions", $"{name}.json");

    private static JsonElement Json(CliResult result) => JsonSerializer.Deserialize<JsonElement>(result.Out);

    private static JsonElement Json(Answer answer) => answer.Json;

    // The same words, without what begins a line on a terminal.
    private static string Told(CliResult result) => result.Error.Replace("mlops: error: ", "", StringComparison.Ordinal).TrimEnd();

    private async Task AssertToldAsCliDoes(string path, params string[] words) =>
        Assert.Equal((await _served.CallAsync([.. words, "--output", "json"])).Out.TrimEnd(), await _served.GetAsync(path));

    private async Task AssertRefusedAsCliDoes(int status, string body, params string[] words)
    {
        Answer refused = await _served.PostAsync("/api/runs", body);
        Assert.Equal((status, Told(await _served.CallAsync(words))), (refused.Status, refused.Detail));
    }
}
