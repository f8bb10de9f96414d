using Microsoft.Playwright;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>What a page's circuit runs through; it can be cut and mended.</summary>
internal sealed class Cable
{
    private readonly List<IWebSocketRoute> _sockets = [];
    private bool _isCut;

    /// <summary>The cable of a page, from its next load on.</summary>
    public static async Task<Cable> Of(IPage page)
    {
        Cable cable = new();
        await page.RouteWebSocketAsync("**/_blazor**", cable.Connect);
        await page.RouteAsync("**/_blazor/negotiate**", route => cable._isCut ? route.AbortAsync("internetdisconnected") : route.ContinueAsync());
        return cable;
    }

    public async Task Cut()
    {
        _isCut = true;
        foreach (IWebSocketRoute socket in _sockets) await socket.CloseAsync();
        _sockets.Clear();
    }

    public void Mend() => _isCut = false;

    private void Connect(IWebSocketRoute socket)
    {
        socket.ConnectToServer();
        _sockets.Add(socket);
    }
}
