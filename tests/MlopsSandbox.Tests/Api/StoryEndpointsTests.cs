using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary>Stories over HTTP, told by the server, and changed by the program beside it.</summary>
[Collection("sandbox")]
public sealed class StoryEndpointsTests(Served server) : IClassFixture<Served>
{
    [Fact]
    public async Task Stories_BegunPausedSteppedAndInjected_AreToldByTheServerToTheirEnd()
    {
        using TempFolder folder = new();
        string scenario = JsonSerializer.Serialize(ShortScenario.In(folder["scenarios"]));

        Answer begun = await server.PostAsync("/api/stories", $$"""{"scenario": {{scenario}}, "seed": 7, "drift": "none", "paused": true}""");
        string id = begun.Json.GetProperty("id").GetString()!;
        Assert.Equal($"/api/stories/{id}", begun.Location?.ToString());
        Assert.Equal((201, "train", true, "none"), (begun.Status, Text(begun.Json, "phase"), begun.Json.GetProperty("pace").GetProperty("paused").GetBoolean(), Text(begun.Json.GetProperty("drift"), "kind")));

        Assert.Equal(1, (await server.PostAsync($"/api/stories/{id}/step")).Json.GetProperty("pace").GetProperty("stepDays").GetInt32());
        JsonElement stepped = await ReachesAsync(id, story => Text(story, "phase") == "serve" && story.GetProperty("day").GetInt32() == 1);
        Assert.Equal((0, 120), (stepped.GetProperty("pace").GetProperty("stepDays").GetInt32(), Assert.Single(stepped.GetProperty("progress").GetProperty("byDay").EnumerateArray()).GetProperty("requests").GetInt32()));

        JsonElement drift = (await server.PostAsync($"/api/stories/{id}/inject", """{"kind": "price"}""")).Json.GetProperty("drift");
        Assert.Equal(("price", 1), (Text(drift, "kind"), drift.GetProperty("day").GetInt32()));
        Answer twice = await server.PostAsync($"/api/stories/{id}/inject", """{"kind": "all"}""");
        Assert.Equal((409, $"{id} has a drift: 'price' was injected from day 1 on; expected a story without one. Begin another with drift none."), (twice.Status, twice.Detail));

        Assert.Equal(50, (await server.PostAsync($"/api/stories/{id}/speed", """{"speed": 50}""")).Json.GetProperty("pace").GetProperty("speed").GetDouble());
        await server.CallAsync("stories", "play", id);
        JsonElement ended = await ReachesAsync(id, story => Text(story, "phase") == "done");

        Assert.Equal(3, ended.GetProperty("progress").GetProperty("byDay").GetArrayLength());
        Assert.Equal(1, ended.GetProperty("outcome").GetProperty("drift").GetProperty("injectedDay").GetInt32());
        Assert.Equal(409, (await server.PostAsync($"/api/stories/{id}/pause")).Status);

        HttpResponseMessage report = await server.Client.GetAsync($"/reports/{id}");
        Assert.Equal(("text/html", "default-src 'none'"), (report.Content.Headers.ContentType?.MediaType, report.Headers.GetValues("Content-Security-Policy").Single().Split(';')[0]));
        Assert.Contains(id, await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_Cancelled_EndWhereTheyStandAndTakeNothingMore()
    {
        using TempFolder folder = new();
        string scenario = JsonSerializer.Serialize(ShortScenario.In(folder["scenarios"]));
        string id = (await server.PostAsync("/api/stories", $$"""{"scenario": {{scenario}}, "seed": 7, "drift": "none", "paused": true}""")).Json.GetProperty("id").GetString()!;
        await ReachesAsync(id, story => Text(story, "phase") == "serve");

        Answer cancelled = await server.PostAsync($"/api/stories/{id}/cancel");

        Assert.Equal((200, "cancelled", "serve", 0), (cancelled.Status, Text(cancelled.Json, "status"), Text(cancelled.Json, "phase"), cancelled.Json.GetProperty("day").GetInt32()));
        JsonElement shown = await ReachesAsync(id, _ => true);
        Assert.Equal((JsonValueKind.Null, 1), (shown.GetProperty("outcome").ValueKind, shown.GetProperty("progress").GetProperty("champions").GetArrayLength()));
        Answer report = await Answer.OfAsync(await server.Client.GetAsync($"/reports/{id}"));
        Assert.Equal((409, $"{id} has no report, as it was cancelled; expected a story that was told to its end."), (report.Status, report.Detail));
        foreach (string act in new[] { "cancel", "play", "step" })
        {
            Answer refused = await server.PostAsync($"/api/stories/{id}/{act}");
            Assert.Equal((409, $"{id} has ended (cancelled); expected one that is still told. Begin another."), (refused.Status, refused.Detail));
        }
    }

    [Theory]
    [InlineData("/api/stories", """{"drift": "prize", "speed": 0, "seed": -1}""", 400,
        "the request's body: seed is -1; expected a whole number from 0 to 2147483647.\nthe request's body: drift is 'prize'; expected one of: none, price, segment, concept, all, real. Did you mean 'price'?\n" +
        "the request's body: speed is 0; expected simulated days a second, 0.001 to 1000, such as 2, or none for full speed.")]
    [InlineData("/api/stories/story-9999/inject", """{}""", 400, "the request's body: kind is missing; expected a text: a drift that the scenario tells: price, segment, concept or all.")]
    [InlineData("/api/stories/story-9999/step", """{"days": 0.5}""", 400, "the request's body: days is 0.5; expected a whole number: simulated days; by default 1.")]
    public async Task Stories_WrongFields_AreAllTold(string path, string body, int status, string detail)
    {
        Answer refused = await server.PostAsync(path, body);
        Assert.Equal((status, detail), (refused.Status, refused.Detail));
    }

    [Theory]
    [InlineData("play")]
    [InlineData("pause")]
    [InlineData("step")]
    [InlineData("speed")]
    [InlineData("cancel")]
    public async Task Stories_NoSuchStory_Is404(string act)
    {
        Answer refused = await server.PostAsync($"/api/stories/story-9999/{act}");
        Assert.Equal(404, refused.Status);
        Assert.StartsWith($"{server.Home}: there is no story 'story-9999'; expected one ", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_NoSuchStory_Is404() => Assert.Equal(404, (int)(await server.Client.GetAsync("/reports/story-9999")).StatusCode);

    private async Task<JsonElement> ReachesAsync(string id, Func<JsonElement, bool> isThere)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        while (true)
        {
            JsonElement story = JsonSerializer.Deserialize<JsonElement>(await server.GetAsync($"/api/stories/{id}"));
            Assert.Equal(JsonValueKind.Null, story.GetProperty("error").ValueKind);
            if (isThere(story)) return story;
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
