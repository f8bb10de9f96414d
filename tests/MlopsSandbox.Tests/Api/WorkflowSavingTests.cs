using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary>Workflows that are saved over HTTP: by the next version, whole or not at all, and nowhere else than in their folder.</summary>
[Collection("sandbox")]
public sealed class WorkflowSavingTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private OpenServer _server = null!;

    private string File => _folder["workflows", "tour.json"];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder["workflows"]);
        _server = await OpenServer.StartAsync(_folder["home"], _folder["workflows"]);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Save_NumbersVersions_KeepsWhatWasReplacedAndTellsTheDifference()
    {
        JsonElement first = (await PutAsync("tour", Tour("one"))).Json;
        Assert.Equal((1, File), (first.GetProperty("version").GetInt32(), first.GetProperty("file").GetString()));
        Answer second = await PutAsync("tour", Tour("two"));
        Assert.Equal(2, second.Json.GetProperty("version").GetInt32());
        Assert.Equal(second.Text, (await PutAsync("tour", await System.IO.File.ReadAllTextAsync(File))).Text);

        JsonElement[] versions = [.. JsonSerializer.Deserialize<JsonElement>(await _server.Client.GetStringAsync("/api/workflows/tour/versions")).EnumerateArray()];
        string[] hashes = [.. versions.Select(version => version.GetProperty("hash").GetString()!)];
        Assert.Equal([2, 1], versions.Select(version => version.GetProperty("version").GetInt32()));
        Assert.Contains("\"two\"", await _server.Client.GetStringAsync($"/api/workflows/tour/versions/{hashes[0]}"), StringComparison.Ordinal);
        JsonElement change = Assert.Single(JsonSerializer.Deserialize<JsonElement>(await _server.Client.GetStringAsync($"/api/workflows/tour/differences?from={hashes[1]}&to={hashes[0]}")).EnumerateArray());
        Assert.Equal(("changed", "a", "text", "one", "two"), (Text(change, "kind"), Text(change, "activity"), Text(change, "subject"), Text(change, "from"), Text(change, "to")));
        Assert.Equal([File], Directory.GetFiles(_folder["workflows"]));
    }

    [Fact]
    public async Task Save_OverAFileThatChangedMeanwhile_IsRefusedAndWritesNothing()
    {
        await PutAsync("tour", Tour("one"));
        string mark = (await _server.Client.GetAsync("/api/workflows/tour")).Headers.ETag!.Tag;
        await System.IO.File.WriteAllTextAsync(File, Tour("by hand"));

        Answer refused = await PutAsync("tour", Tour("two"), mark);

        Assert.Equal(409, refused.Status);
        Assert.StartsWith($"{File}: the file has changed since it was opened; expected it as it was then.", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(Tour("by hand"), await System.IO.File.ReadAllTextAsync(File));
    }

    [Theory]
    [InlineData("tour", "{ \"definitionId\": \"tour\" }", 400)]
    [InlineData("other", null, 400)]
    [InlineData("..%2Ftour", null, 404)]
    [InlineData("%2Ftmp%2Ftour", null, 404)]
    [InlineData("..%2F..%2Ftour.json", null, 404)]
    public async Task Save_WhatCannotBe_IsRefusedAndWritesNothing(string name, string? text, int status)
    {
        Assert.Equal(status, (await PutAsync(name, text ?? Tour("one"))).Status);
        Assert.Empty(Directory.GetFiles(_folder["workflows"]));
    }

    [Fact]
    public async Task Show_OfAPath_IsRefused()
    {
        await System.IO.File.WriteAllTextAsync(_folder["secret.json"], Tour("one"));

        using HttpResponseMessage answer = await _server.Client.GetAsync($"/api/workflows/{Uri.EscapeDataString(_folder["secret.json"])}");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task<Answer> PutAsync(string name, string text, string? mark = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"/api/workflows/{name}") { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        if (mark is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(mark));
        return await Answer.OfAsync(await _server.Client.SendAsync(request));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Tour(string text) => $$"""
        {
          "definitionId": "tour",
          "root": {
            "id": "f", "type": "Elsa.Flowchart",
            "activities": [{ "id": "a", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } }],
            "connections": []
          }
        }
        """;
}
