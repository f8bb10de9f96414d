using Microsoft.Playwright;
using MlopsSandbox.EndToEnd.Web;

namespace MlopsSandbox.EndToEnd;

[Collection(Stories.Name)]
public sealed class BrowserTests(FinishedStory finished)
{
    [BrowserFact]
    public async Task Serve_HangfireDashboard_ShowsTheStorysJobs()
    {
        await using Tab tab = await (await finished.Site()).NewTab();

        await tab.Page.GotoAsync("/hangfire/jobs/succeeded?from=0&count=500");

        Assert.Contains("Succeeded Jobs", await tab.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("lifecycle-0001 train-sdca#0", await tab.Page.InnerTextAsync("table tbody"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Report_InABrowser_FitsAPhoneAndAsksTheNetworkForNothing()
    {
        Uri report = new(Path.GetFullPath(Path.Combine(finished.Home.Folder, finished.Story.GetProperty("report").GetString()!)));
        await using Chromium browser = await Chromium.Start();
        await using Tab tab = await browser.NewTab(report.AbsoluteUri, Look.Phone);
        IPage page = tab.Page;
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync(report.AbsoluteUri);

        Assert.All(asked, url => Assert.StartsWith("file:", url, StringComparison.Ordinal));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        Assert.NotEqual(0, await page.Locator("svg").CountAsync());
    }
}
