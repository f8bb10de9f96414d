using System.Diagnostics;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The pages of a home, served by the real program, and a browser that looks at them.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Chromium _browser;
    private MlopsProgram _server;

    private Site(Home home, MlopsProgram server, string url, Chromium browser) => (Home, _server, Url, _browser) = (home, server, url, browser);

    /// <summary>The home that is served.</summary>
    public Home Home { get; }

    /// <summary>Where it is served.</summary>
    public string Url { get; }

    /// <summary>Serves a copy of a home.</summary>
    public static async Task<Site> Of(Home told)
    {
        Home home = new();
        await Copy(told.Path, home.Path);
        return await Serve(home);
    }

    /// <summary>Serves a home in which nothing has happened.</summary>
    public static Task<Site> Empty() => Serve(new Home());

    /// <summary>Serves a home itself, and is done with it when it is disposed of.</summary>
    public static async Task<Site> Serve(Home home)
    {
        string url = $"http://127.0.0.1:{FreePort.Next()}";
        return new Site(home, await Server(home, url), url, await Chromium.Start());
    }

    /// <summary>A new tab that stands at a page, once the page lives.</summary>
    /// <param name="path">The page.</param>
    /// <param name="look">How the browser shows it.</param>
    public async Task<Tab> Open(string path, Look look = Look.Light)
    {
        Tab tab = await NewTab(look);
        await tab.GoTo(path);
        return tab;
    }

    /// <summary>A new tab that has gone nowhere yet.</summary>
    public Task<Tab> NewTab(Look look = Look.Light) => _browser.NewTab(Url, look);

    /// <summary>The pages that the menu names.</summary>
    public async Task<string[]> Menu()
    {
        await using Tab tab = await Open("/");
        return await tab.Page.EvalOnSelectorAllAsync<string[]>("#menu a", "links => links.map(link => link.getAttribute('href'))");
    }

    /// <summary>What is wrong with any of several pages in any of several looks: a line each.</summary>
    public async Task<IReadOnlyList<string>> FaultsOf(IReadOnlyList<Look> looks, params string[] pages)
    {
        List<string> faults = [];
        foreach (Look look in looks)
        {
            await using Tab tab = await NewTab(look);
            faults.AddRange((await tab.FaultsOf(pages)).Select(fault => $"{look}: {fault}"));
        }
        return faults;
    }

    /// <summary>Kills the server; the browser stays.</summary>
    public Task Stop() => _server.Kill();

    /// <summary>Serves the same home at the same place again.</summary>
    public async Task StartAgain()
    {
        _server.Dispose();
        _server = await Server(Home, Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _server.Dispose();
        Home.Dispose();
    }

    private static async Task<MlopsProgram> Server(Home home, string url)
    {
        MlopsProgram server = MlopsProgram.Start(home.Folder, ["serve", "--urls", url, .. home.Options]);
        await Listening.At(new Uri(url), server);
        return server;
    }

    private static async Task Copy(string from, string to)
    {
        using Process copying = Process.Start("cp", ["-r", from, to]);
        await copying.WaitForExitAsync();
        Assert.Equal(0, copying.ExitCode);
    }
}
