using Microsoft.AspNetCore.Builder;
using MlopsSandbox.Api;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>A home that this process serves, as <c>serve</c> does; nobody works on it, so that pages rest.</summary>
internal sealed class ServedHome : IAsyncDisposable
{
    private readonly Sandbox _sandbox;
    private readonly WebApplication _web;

    private ServedHome(Sandbox sandbox, WebApplication web) => (_sandbox, _web) = (sandbox, web);

    /// <summary>Where.</summary>
    public Uri Site => new(_web.Urls.First());

    /// <param name="home">The home's folder.</param>
    public static async Task<ServedHome> Start(string home)
    {
        Sandbox sandbox = Sandbox.Open(Places.Of(home, null, null, _ => null), _ => null);
        WebApplication web = WebHost.Build(sandbox, new Hints("mlops"), ["http://127.0.0.1:0"]);
        await web.StartAsync();
        return new ServedHome(sandbox, web);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
