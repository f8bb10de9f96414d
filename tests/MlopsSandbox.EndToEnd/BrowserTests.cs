using Microsoft.Playwright;

namespace MlopsSandbox.EndToEnd;

[Collection(Stories.Name)]
public sealed class BrowserTests(FinishedStory finished)
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    [BrowserFact]
    public async Task Serve_HangfireDashboard_ShowsTheStorysJobs()
    {
        string url = $"http://127.0.0.1:{FreePort.Next()}";
        using MlopsProgram server = MlopsProgram.Start(finished.Home.Folder, "serve", "--urls", url);
        await Listening.At(new Uri(url), server);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Browser, Args = Flags });
        IPage page = await browser.NewPageAsync();
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync($"{url}/hangfire/jobs/succeeded?from=0&count=500");

        Assert.Contains("Succeeded Jobs", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("lifecycle-0001 train-sdca#0", await page.InnerTextAsync("table tbody"), StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Report_InABrowser_FitsAPhoneAndAsksTheNetworkForNothing()
    {
        string report = Path.GetFullPath(Path.Combine(finished.Home.Folder, finished.Story.GetProperty("report").GetString()!));
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Browser, Args = Flags });
        IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        List<string> asked = [], errors = [];
        page.Request += (_, request) => asked.Add(request.Url);
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(new Uri(report).AbsoluteUri);

        Assert.All(asked, url => Assert.StartsWith("file:", url, StringComparison.Ordinal));
        Assert.Empty(errors);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        Assert.NotEqual(0, await page.Locator("svg").CountAsync());
    }
}
