using Microsoft.Playwright;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The system's own browser, without a window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> Start()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Browser, Args = Flags }));
    }

    /// <summary>A new, empty tab that knows nothing of others.</summary>
    /// <param name="url">Where the pages are.</param>
    /// <param name="look">How they are shown.</param>
    public async Task<Tab> NewTab(string url, Look look = Look.Light)
    {
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            BaseURL = url,
            ViewportSize = look is Look.Phone or Look.DarkPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            ColorScheme = look is Look.Dark or Look.DarkPhone ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Tab(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
