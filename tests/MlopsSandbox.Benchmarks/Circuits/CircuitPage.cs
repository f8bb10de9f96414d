using System.Net.Http.Json;
using System.Text.Json;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>A page of a home in which one story was told.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Path">Its address.</param>
internal sealed record CircuitPage(string Name, string Path)
{
    /// <summary>The pages that circuits are dealt over.</summary>
    /// <param name="site">Where the home is served.</param>
    public static async Task<IReadOnlyList<CircuitPage>> Of(Uri site)
    {
        using HttpClient http = new() { BaseAddress = site };
        JsonElement[] runs = (await http.GetFromJsonAsync<JsonElement[]>("/api/runs"))!;
        JsonElement story = (await http.GetFromJsonAsync<JsonElement[]>("/api/stories"))![0];
        JsonElement run = runs.First(run => Text(run, "workflow") == "lifecycle");
        string model = Text(story, "model");
        return
        [
            new("Home", "/"),
            new("a run", $"/runs/{Text(run, "id")}"),
            new("a model version", $"/models/{model}/1"),
            new("the monitor of an endpoint", $"/monitor/{model}"),
            new("a trace", $"/traces/{Text(run, "traceId")}"),
            new("workflows", "/workflows"),
        ];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
