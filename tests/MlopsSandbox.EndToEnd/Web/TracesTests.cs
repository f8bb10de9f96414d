using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The pages of traces, over the told story.</summary>
[Collection(Stories.Name)]
public sealed class TracesTests(FinishedStory finished)
{
    [BrowserFact]
    public async Task Retrain_FromTheListByItsLink_LeadsToTheDriftCheckThatCausedItAndBack()
    {
        await using Tab tab = await (await finished.Site()).Open("/traces?attribute=mlops.cause.kind%3Ddrift");
        IPage page = tab.Page;
        await page.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("run ");
        string retrain = new Uri(page.Url).AbsolutePath;

        await page.Locator(".line .name a", new() { HasText = "run " }).First.ClickAsync();
        await page.GetByRole(AriaRole.Complementary).Locator("dt:has-text('The drift check that caused it') + dd a").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("run monitor");
        await Expect(page.Locator(".line.selected .name a")).ToHaveTextAsync(await page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Heading, new() { Level = 2 }).InnerTextAsync());
        Assert.Empty(await tab.Violations());

        await page.GetByRole(AriaRole.Complementary).Locator("dt:has-text('The retrain that it caused') + dd a").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == retrain);
    }

    [BrowserFact]
    public async Task Waterfall_IsSearchedZoomedChosenAndFoldedByKeys_AndItsAddressShowsTheSame()
    {
        await using Tab tab = await (await finished.Site()).Open("/traces/lifecycle-0001", Look.Dark);
        IPage page = tab.Page;
        await page.GetByLabel("Find spans by name or attribute").FillAsync("mlops.trainer=fasttree");
        await Expect(page.GetByText("found", new() { Exact = false }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".line.selected .name a")).ToHaveTextAsync("fit fasttree");

        ILocator lines = page.GetByRole(AriaRole.Treegrid);
        await lines.FocusAsync();
        await page.Keyboard.PressAsync("w");
        await page.WaitForURLAsync(url => url.Contains("view=", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator(".line.selected .name a")).ToHaveTextAsync("stage train");
        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator(".line.selected")).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Empty(await tab.Violations());

        await using Tab other = await (await finished.Site()).Open(new Uri(page.Url).PathAndQuery, Look.Phone);
        await Expect(other.Page.Locator(".line.selected .name a")).ToHaveTextAsync("stage train");
        Assert.True(await other.Overflow() <= 0);
        Assert.Empty(await other.Violations());
    }

    [BrowserFact]
    public async Task Compare_OfTwoRuns_ShowsWhatDiffersMostFirst_AndAnUnknownTraceSaysWhatToDo()
    {
        await using Tab tab = await (await finished.Site()).Open("/traces?q=lifecycle");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Compare " }).First.ClickAsync();
        await tab.Page.GetByLabel("B", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await Expect(tab.Page.GetByRole(AriaRole.Rowheader).First).ToBeVisibleAsync();
        Assert.Empty(await tab.Violations());

        await tab.GoTo("/traces/none");
        await Expect(tab.Page.GetByText("There is no trace ‘none’ in this home.")).ToBeVisibleAsync();
    }
}
