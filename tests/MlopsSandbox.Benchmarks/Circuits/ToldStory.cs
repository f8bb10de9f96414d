using System.Net.Http.Json;
using System.Text.Json;
using MlopsSandbox.EndToEnd;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>The default story as a server tells it in a new home, while circuits look on.</summary>
/// <param name="Seconds">From its beginning to its end.</param>
/// <param name="ServerSeconds">Processor time of the server in that time.</param>
/// <param name="BatchesEach">How often each circuit drew.</param>
internal sealed record ToldStory(double Seconds, double ServerSeconds, double BatchesEach)
{
    // The server compiles what opening the pages needed for some seconds more; that is not what looking on costs.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5), Look = TimeSpan.FromSeconds(1);

    /// <summary>Tells it once.</summary>
    /// <param name="circuits">How many look at its home page.</param>
    /// <exception cref="CircuitException">A circuit died, or the story failed.</exception>
    public static async Task<ToldStory> Tell(int circuits)
    {
        using Home home = new();
        Uri site = new($"http://127.0.0.1:{FreePort.Next()}");
        using MlopsProgram server = MlopsProgram.Start(home.Folder, "serve", "--urls", site.ToString());
        await Listening.At(site, server);
        await using OpenCircuits open = await OpenCircuits.On(site, ["/"], circuits);
        await Task.Delay(Rest);
        using HttpClient http = new() { BaseAddress = site };
        TimeSpan processor = server.Processor;
        int batches = open.Batches;
        using HttpResponseMessage begun = await http.PostAsJsonAsync("/api/stories", new { });
        begun.EnsureSuccessStatusCode();
        double seconds = await Ended(http);
        await open.Settle();
        return new ToldStory(seconds, (server.Processor - processor).TotalSeconds, circuits == 0 ? 0 : (double)(open.Batches - batches) / circuits);
    }

    private static async Task<double> Ended(HttpClient http)
    {
        while (true)
        {
            JsonElement story = (await http.GetFromJsonAsync<JsonElement[]>("/api/stories"))![0];
            if (story.GetProperty("error").GetString() is { } error) throw new CircuitException($"The story is not told on: {error}");
            if (story.GetProperty("endedAt") is { ValueKind: JsonValueKind.String } end) return (end.GetDateTimeOffset() - story.GetProperty("startedAt").GetDateTimeOffset()).TotalSeconds;
            await Task.Delay(Look);
        }
    }
}
