using System.Net.Http.Json;
using System.Text.Json;

namespace MlopsSandbox.Screenshots;

/// <summary>The pictures: each page of a home in which one story was told.</summary>
internal static class Shots
{
    /// <summary>All pictures.</summary>
    /// <param name="site">Where the home is served.</param>
    public static async Task<IReadOnlyList<Shot>> Of(Uri site)
    {
        using HttpClient client = new() { BaseAddress = site };
        JsonElement[] runs = (await client.GetFromJsonAsync<JsonElement[]>("/api/runs"))!;
        JsonElement story = (await client.GetFromJsonAsync<JsonElement[]>("/api/stories"))![0];
        JsonElement first = runs.First(run => Text(run, "workflow") == "lifecycle"), retrain = runs.Last(run => Text(run, "workflow") == "lifecycle");
        string model = Text(story, "model");
        string alert = Text((await client.GetFromJsonAsync<JsonElement[]>("/api/alerts?all=true"))![0], "id");
        return
        [
            new("home", "/?guide=1"),
            new("home-begin", "/?begin=1"),
            new("home-quality", "/", "main .columns"),
            new("workflows", "/workflows"),
            new("workflow", "/workflows/lifecycle"),
            new("workflow-run", "/workflows/lifecycle?tab=run"),
            new("workflow-versions", "/workflows/lifecycle?tab=versions"),
            new("workflow-edit", "/workflows/lifecycle/edit"),
            new("runs", "/runs"),
            new("run", $"/runs/{Text(first, "id")}?stage=tune"),
            new("run-stage", $"/runs/{Text(first, "id")}?stage=evaluate", "[aria-labelledby=stage-title]"),
            new("run-time", $"/runs/{Text(first, "id")}?open=tune", "[aria-labelledby=gantt-title]"),
            new("runs-compared", $"/runs/compare?a={Text(first, "id")}&b={Text(retrain, "id")}"),
            new("models", "/models"),
            new("model-group", $"/models/{model}"),
            new("model", $"/models/{model}/1"),
            new("model-threshold", $"/models/{model}/2", "[aria-labelledby=threshold-title]"),
            new("model-lineage", $"/models/{model}/2?tab=lineage"),
            new("model-try", $"/models/{model}/2?tab=try"),
            new("monitor", "/monitor"),
            new("endpoint", $"/monitor/{model}"),
            new("endpoint-check", $"/monitor/{model}", "[aria-labelledby=check-title]"),
            new("endpoint-alerts", $"/monitor/{model}?tab=alerts&alerts=all", "[aria-labelledby=alerts-title]"),
            new("endpoint-policy", $"/monitor/{model}?tab=policy", "[aria-labelledby=policy-title]"),
            new("alert", $"/monitor/alerts/{alert}"),
            new("traces", "/traces"),
            new("trace", $"/traces/{Text(first, "traceId")}"),
            new("traces-compared", $"/traces/compare?a={Text(first, "traceId")}&b={Text(retrain, "traceId")}"),
            new("jobs", "/jobs"),
            new("api", "/api-reference"),
        ];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
