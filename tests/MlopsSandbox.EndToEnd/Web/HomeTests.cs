using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The home page, from a first visit on.</summary>
public sealed class HomeTests
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 180_000 };

    [BrowserFact]
    public async Task GuidedWalkthrough_PausedSteppedAndInjectedWithDrift_IsFoundAndRetrainedWhileThePageTellsIt()
    {
        await using Site site = await Site.Empty();
        await using Tab tab = await site.Open("/");
        IPage page = tab.Page;

        Assert.Empty(await tab.Violations());
        await page.GetByLabel("The world").SelectOptionAsync("none");
        await page.GetByLabel("Speed").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the walkthrough" }).ClickAsync();

        await Expect(page.GetByText("the first model is being made")).ToBeVisibleAsync(Patiently);
        await page.GetByLabel("Drift to inject").SelectOptionAsync("concept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inject drift" }).ClickAsync();
        await Expect(page.GetByText("drift was injected from day 1 on")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByText("paused before day 0; 0 of 26 days served")).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Button, new() { Name = "Step a day" }).ClickAsync();
        await Expect(page.GetByText("paused before day 1; 1 of 26 days served")).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Days of the story" })).ToHaveAttributeAsync("aria-valuenow", "1");
        ILocator guide = page.GetByRole(AriaRole.Complementary, new() { Name = "The guided walkthrough" }), read = guide.Locator("details").First;
        await read.EvaluateAsync("step => { step.open = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();

        foreach (string step in new[] { "Ingest", "Prep", "Train", "Tune", "Evaluate", "Deploy", "Traffic", "Drift is found on day", "The policy waits", "A retrain", "Version 2 serves", "It ended well" })
            await Expect(guide.GetByText(step, new() { Exact = step is not "Drift is found on day" }).First).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByText("all 26 days are told")).ToBeVisibleAsync();
        await Expect(page.Locator(".drawing[data-drawn]")).ToHaveCountAsync(2);
        await Expect(read).ToHaveAttributeAsync("open", "");
        await Expect(guide.GetByText("waited", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Empty(await tab.Violations());

        await Expect(guide.GetByRole(AriaRole.Link, new() { Name = "The story as one page" })).ToHaveAttributeAsync("target", "_blank");
        await page.GotoAsync("/reports/story-0001");
        Assert.Equal(0, await tab.Overflow());
        Assert.Empty(await tab.Violations());
    }

    [BrowserFact]
    public async Task Story_CancelledOnThePage_AsksFirstAndSaysThatItIsOver()
    {
        await using Site site = await Site.Empty();
        await using Tab tab = await site.Open("/");
        IPage page = tab.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the walkthrough" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        ILocator cancel = page.GetByRole(AriaRole.Button, new() { Name = "Cancel…" });

        await cancel.ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Cancel story-0001" });
        await Expect(dialog.GetByText("mlops stories cancel story-0001")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the story" }).ClickAsync();

        await Expect(page.GetByText(new Regex(@"^cancelled (before its first day, while its first model was made|(before|on) day \d+, with \d+ of 26 days served)$"))).ToBeVisibleAsync();
        await Expect(cancel).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "The guided walkthrough" }).GetByText("It was cancelled", new() { Exact = true })).ToBeVisibleAsync();
    }
}
