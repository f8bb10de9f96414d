using MlopsSandbox.EndToEnd.Web;

namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>A tab whose pages note their own times, so that the way to this process counts nowhere.</summary>
internal sealed class ClockedTab : IAsyncDisposable
{
    private const string Clock = "page-clock.js";
    private const string IsSettled = "() => pageTimes.drawn !== null && performance.now() - pageTimes.drawn > 300";

    private readonly Tab _tab;

    private ClockedTab(Tab tab) => _tab = tab;

    public static async Task<ClockedTab> Of(Tab tab)
    {
        using StreamReader script = new(typeof(ClockedTab).Assembly.GetManifestResourceStream(Clock)!);
        await tab.Page.AddInitScriptAsync(await script.ReadToEndAsync());
        return new(tab);
    }

    /// <summary>Loads a page as from its address, and waits until nothing on it is still to be drawn.</summary>
    public async Task<LoadTimes> Load(string path)
    {
        await _tab.Page.GotoAsync(path);
        await _tab.Page.WaitForFunctionAsync(IsSettled);
        double[] times = await _tab.Page.EvaluateAsync<double[]>("[performance.timeOrigin, performance.getEntriesByName('first-contentful-paint')[0].startTime, pageTimes.live, pageTimes.drawn]");
        return new(times[0], times[1], times[2], times[3]);
    }

    /// <summary>Leaves the page, so that its server may end.</summary>
    public Task Leave() => _tab.Page.GotoAsync("about:blank");

    /// <summary>The page's heading.</summary>
    public Task<string> Heading() => _tab.Page.Locator("h1").InnerTextAsync();

    /// <summary>Milliseconds from a click in the menu to the heading of the page that it opens.</summary>
    public Task<double> ClickInMenu(string address, string heading) => _tab.Page.EvaluateAsync<double>("([address, heading]) => clickInMenu(address, heading)", new[] { address, heading });

    /// <summary>When a text stands in the page, in milliseconds since 1970.</summary>
    public Task<double> Seen(string text) => _tab.Page.EvaluateAsync<double>("text => seen(text)", text);

    public ValueTask DisposeAsync() => _tab.DisposeAsync();
}
