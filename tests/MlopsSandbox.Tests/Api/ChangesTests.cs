using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary><c>GET /api/changes</c>, over a server of its own and changes that another call of the program makes.</summary>
[Collection("sandbox")]
public sealed class ChangesTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task Changes_AreToldOnceTheyAreMade_AndTheDocumentNamesThem()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri("/api/changes", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using StreamReader lines = new(await answer.Content.ReadAsStreamAsync(patience.Token));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(": follows", await lines.ReadLineAsync(patience.Token));

        await served.StartAsync("approval");

        (bool catalog, bool telemetry) seen = (false, false);
        while (seen is not (true, true))
        {
            if (await lines.ReadLineAsync(patience.Token) is not { } line) Assert.Fail("The stream ended.");
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonElement.Parse(line[6..]) is var data)
                seen = (seen.catalog || data.GetProperty("catalog").GetBoolean(), seen.telemetry || data.GetProperty("telemetry").GetBoolean());
        }
        Assert.Contains("\"followChanges\"", await served.GetAsync("/api/openapi.json"), StringComparison.Ordinal);
    }
}
