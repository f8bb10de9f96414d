using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>Hangfire's dashboard in its frame.</summary>
[Collection(Stories.Name)]
public sealed class JobsTests(FinishedStory finished)
{
    [BrowserFact]
    public async Task Dashboard_LightAndDark_CanBeReadByEverybodyAndFollowsTheChosenLook()
    {
        Site site = await finished.Site();
        foreach (Look look in new[] { Look.Light, Look.Dark })
        {
            await using Tab tab = await site.Open("/jobs?job=1", look);
            foreach (string path in new[] { "", "/jobs/succeeded", "/jobs/details/1", "/servers" })
            {
                await tab.Page.GotoAsync($"/hangfire{path}");
                Assert.Empty((await tab.Violations()).Select(violation => $"{path} {look}: {violation}"));
            }
        }
    }

    [BrowserFact]
    public async Task Job_OfATrace_IsShownInTheFrameAndFollowsTheThemeAroundIt()
    {
        await using Tab tab = await (await finished.Site()).Open("/jobs?job=1");
        ILocator body = tab.Page.FrameLocator("iframe").Locator("body");
        await Expect(body).ToContainTextAsync("Id: #1");
        await Expect(body).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await tab.Page.Locator("[data-theme-switch]").ClickAsync();
        await Expect(body).Not.ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }

    [BrowserFact]
    public async Task ApiReference_ReadsAreTriedInPlace()
    {
        await using Tab tab = await (await finished.Site()).Open("/api-reference?operation=showRun");
        await tab.Page.GetByLabel("id in the path").FillAsync("lifecycle-0001");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("Answer", new() { Exact = true })).ToContainTextAsync("\"id\": \"lifecycle-0001\"");
        Assert.Empty(await tab.Violations());
    }
}
