using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests;

/// <summary><c>mlops serve</c> on a free port over a home of its own, and a client that asks it. Other calls of the program work on the same home.</summary>
public sealed class Served : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ToldLines _out = new();
    private Task<int> _serving = Task.FromResult(0);

    public HttpClient Client { get; } = new();

    public string Home => _folder["home"];

    public async Task InitializeAsync()
    {
        Terminal terminal = new(TextReader.Null, _out, TextWriter.Null, width: 120);
        Dictionary<string, string> environment = new() { ["MLOPS_COMMAND"] = "mlops", ["MLOPS_HOME"] = Home };
        _serving = CommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], terminal, environment.GetValueOrDefault, _stop.Token);
        string line = await _out.NextAsync();
        Client.BaseAddress = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';'));
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
    }

    public void Dispose()
    {
        Client.Dispose();
        _stop.Dispose();
        _out.Dispose();
        _folder.Dispose();
    }

    internal Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = Home }, words);

    internal async Task<string> GetAsync(string path) => await Client.GetStringAsync(path);

    internal async Task<Answer> PostAsync(string path, string? json = null)
    {
        using StringContent? body = json is null ? null : new(json, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(await Client.PostAsync(path, body));
    }

    internal async Task<Answer> DeleteAsync(string path) => await Answer.OfAsync(await Client.DeleteAsync(path));

    /// <summary>Starts a run of a definition of these tests by the API.</summary>
    internal async Task<string> StartAsync(string definition, string inputs = "{}")
    {
        string file = JsonSerializer.Serialize(Path.Combine(AppContext.BaseDirectory, "Definitions", $"{definition}.json"));
        return (await PostAsync("/api/runs", $$"""{"workflow": {{file}}, "inputs": {{inputs}}}""")).Json.GetProperty("id").GetString()!;
    }

    /// <summary>The run once it stands so that something can be done: this server works on it meanwhile.</summary>
    internal async Task<JsonElement> ReachesAsync(string runId, string status)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (true)
        {
            JsonElement run = await Client.GetFromJsonAsync<JsonElement>($"/api/runs/{runId}", patience.Token);
            if (run.GetProperty("status").GetString() == status) return run;
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private sealed class ToldLines : StringWriter
    {
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public override Task WriteLineAsync(string? value)
        {
            _lines.Writer.TryWrite(value ?? "");
            return Task.CompletedTask;
        }

        public async Task<string> NextAsync() => await _lines.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
    }
}

/// <summary>What the server answered.</summary>
internal sealed record Answer(int Status, string? Type, string Text, Uri? Location)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The words of problem details.</summary>
    public string Detail => Type == "application/problem+json" ? Json.GetProperty("detail").GetString()! : $"no problem but {Status}: {Text}";

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
            return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers.Location);
    }
}
