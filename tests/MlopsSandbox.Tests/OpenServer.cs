using Microsoft.AspNetCore.Builder;
using MlopsSandbox.Api;
using MlopsSandbox.Commands;
using MlopsSandbox.Door;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Tests;

/// <summary>The web host on a free port over a home that tests hold in their hands, and a client that asks it. Nobody works in the home.</summary>
internal sealed class OpenServer : IAsyncDisposable
{
    private const string FreePort = "http://127.0.0.1:0";

    private OpenServer(Sandbox sandbox, WebApplication web, HttpClient client) => (Sandbox, Web, Client) = (sandbox, web, client);

    public Sandbox Sandbox { get; }

    public WebApplication Web { get; }

    /// <summary>Follows no redirection, and keeps cookies.</summary>
    public HttpClient Client { get; }

    public static async Task<OpenServer> StartAsync(string home, string? workflows = null, string? key = null)
    {
        Sandbox sandbox = Sandbox.Open(Places.Of(home, workflows, null, _ => null), _ => null);
        WebApplication web = WebHost.Build(sandbox, new Hints("mlops"), [FreePort], DoorKey.For([FreePort], _ => key));
        await web.StartAsync();
        return new OpenServer(sandbox, web, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(web.Urls.Single()) });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Web.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
