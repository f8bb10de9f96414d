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
        return
        [
            new("home", "/?guide=1"),
            new("workflows", "/workflows"),
            new("workflow", "/workflows/lifecycle"),
            new("workflow-edit", "/workflows/lifecycle/edit"),
            new("runs", "/runs"),
            new("run", $"/runs/{Text(first, "id")}?stage=tune"),
            new("runs-compared", $"/runs/compare?a={Text(first, "id")}&b={Text(retrain, "id")}"),
            new("models", $"/models/{model}"),
            new("model", $"/models/{model}/1"),
            new("monitor", $"/monitor/{model}"),
            new("traces", "/traces"),
            new("trace", $"/traces/{Text(first, "traceId")}"),
            new("jobs", "/jobs"),
            new("api", "/api-reference"),
        ];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
