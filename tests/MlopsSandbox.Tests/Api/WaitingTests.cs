using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary>What lets runs go on that wait for people, tasks and events, over HTTP.</summary>
[Collection("sandbox")]
public sealed class WaitingTests : IAsyncLifetime, IDisposable
{
    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    public void Dispose() => _served.Dispose();

    [Theory]
    [InlineData("approve", "approved", "it is out")]
    [InlineData("reject", "rejected", "it stays in")]
    public async Task Decide_RunThatWaits_GoesOnAndKeepsWhoAndWhy(string verb, string status, string line)
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");
        Assert.Equal((await _served.CallAsync("approvals", "--output", "json")).Out.TrimEnd(), await _served.GetAsync("/api/approvals"));
        JsonElement asked = Assert.Single(JsonDocument.Parse(await _served.GetAsync("/api/approvals")).RootElement.EnumerateArray());
        Assert.Equal(("release-0001", "ok", "Release it?"), (asked.GetProperty("runId").GetString(), asked.GetProperty("activityId").GetString(), asked.GetProperty("title").GetString()));

        Answer decided = await _served.PostAsync($"/api/runs/release-0001/{verb}", """{"activity": "ok", "reason": "tried in staging", "by": "anna"}""");

        Assert.Equal(200, decided.Status);
        JsonElement run = await _served.ReachesAsync("release-0001", "succeeded");
        JsonElement approval = Assert.Single(run.GetProperty("approvals").EnumerateArray());
        Assert.Equal((status, "anna", "tried in staging"), (approval.GetProperty("status").GetString(), approval.GetProperty("by").GetString(), approval.GetProperty("reason").GetString()));
        Assert.Contains(run.GetProperty("journal").EnumerateArray(), entry => entry.GetProperty("text").GetString() == line);
        Assert.Equal("[]", await _served.GetAsync("/api/approvals"));
    }

    [Fact]
    public async Task Decide_SecondTime_IsAConflictInTheCommandLinesWords()
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");
        await _served.PostAsync("/api/runs/release-0001/approve", """{"reason": "fine", "by": "anna"}""");

        Answer again = await _served.PostAsync("/api/runs/release-0001/reject", """{"reason": "no", "by": "bob"}""");

        CliResult told = await _served.CallAsync("reject", "release-0001", "--reason", "no", "--by", "bob");
        Assert.Equal((409, told.Error.Replace("mlops: error: ", "", StringComparison.Ordinal).TrimEnd()), (again.Status, again.Detail));
        Assert.StartsWith("run 'release-0001': 'ok' was approved by anna at ", again.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WithoutWhoAndWhy_IsRefused()
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");

        Answer missing = await _served.PostAsync("/api/runs/release-0001/approve");
        Answer blank = await _served.PostAsync("/api/runs/release-0001/approve", """{"reason": " ", "by": ""}""");

        Assert.Equal((400, "the request's body: reason is missing; expected a text: why, for those who look at the run later.\nthe request's body: by is missing; expected a text: who decides."), (missing.Status, missing.Detail));
        Assert.Equal((400, "the request's body: reason is ' '; expected why, in a few words.\nthe request's body: by is ''; expected a name."), (blank.Status, blank.Detail));
        await _served.ReachesAsync("release-0001", "waiting");
    }

    [Fact]
    public async Task EventAndTask_RunThatWaits_GoesOnByBoth()
    {
        string id = await _served.StartAsync("waits");
        while ((await _served.PostAsync("/api/events", """{"event": "data-arrived", "payload": {"rows": 5}}""")).Json.GetProperty("runs").GetArrayLength() == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        await TaskIsAskedAsync();

        Assert.Equal((await _served.CallAsync("tasks", "--output", "json")).Out.TrimEnd(), await _served.GetAsync("/api/tasks"));
        Answer wrong = await _served.PostAsync($"/api/runs/{id}/tasks/labels/complete");
        Assert.Equal((409, "run 'waits-0001' waits for no task of activity 'labels'; expected one of label. See 'mlops runs'."), (wrong.Status, wrong.Detail));
        Answer done = await _served.PostAsync($"/api/runs/{id}/tasks/label/complete", """{"result": {"rows": 3}}""");

        Assert.Equal(200, done.Status);
        JsonElement run = await _served.ReachesAsync(id, "succeeded");
        Assert.Contains(run.GetProperty("journal").EnumerateArray(), entry => entry.GetProperty("text").GetString() == "labelled 3 of 5");
    }

    [Fact]
    public async Task Event_ForARunThatDoesNotWaitForIt_IsAConflictInTheCommandLinesWords()
    {
        await _served.ReachesAsync(await _served.StartAsync("approval"), "waiting");

        Answer refused = await _served.PostAsync("/api/events", """{"event": "data-arrived", "run": "release-0001"}""");

        CliResult told = await _served.CallAsync("publish", "data-arrived", "--run", "release-0001");
        Assert.Equal((409, told.Error.Replace("mlops: error: ", "", StringComparison.Ordinal).TrimEnd()), (refused.Status, refused.Detail));
    }

    private async Task TaskIsAskedAsync()
    {
        while (await _served.GetAsync("/api/tasks") == "[]") await Task.Delay(TimeSpan.FromMilliseconds(20));
    }
}
