using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MlopsSandbox.EndToEnd;

/// <summary>A run that waits for a person, who decides elsewhere than where it was started.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public async Task Approve_OverHttpInAnotherProcess_LetsTheRunGoOn()
    {
        using Home home = new();
        Ending started = await MlopsProgram.Run(home.Folder, "run", Path.Combine(AppContext.BaseDirectory, "Definitions", "approval.json"));
        Assert.Equal(3, started.ExitCode);
        Uri url = new($"http://127.0.0.1:{FreePort.Next()}");
        using MlopsProgram server = MlopsProgram.Start(home.Folder, "serve", "--urls", url.GetLeftPart(UriPartial.Authority));
        await Listening.At(url, server);
        using HttpClient client = new() { BaseAddress = url };
        JsonElement asked = Assert.Single((await client.GetFromJsonAsync<JsonElement>("/api/approvals")).EnumerateArray());
        string run = asked.GetProperty("runId").GetString()!;

        using HttpResponseMessage decided = await client.PostAsJsonAsync($"/api/runs/{run}/approve", new { reason = "tried in staging", by = "anna" });

        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        await home.Reaches($"SELECT 1 FROM runs WHERE id = '{run}' AND status = 'succeeded'", server);
        await server.Kill();
        Ending shown = await MlopsProgram.Run(home.Folder, "show", run, "--output", "json");
        JsonElement approval = Assert.Single(shown.Json.GetProperty("approvals").EnumerateArray());
        Assert.Equal(("approved", "anna", "tried in staging"), (approval.GetProperty("status").GetString(), approval.GetProperty("by").GetString(), approval.GetProperty("reason").GetString()));
        Assert.Contains(shown.Json.GetProperty("journal").EnumerateArray(), entry => entry.GetProperty("text").GetString() == "it is out");
    }
}
