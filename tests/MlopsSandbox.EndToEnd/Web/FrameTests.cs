using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The frame around every page: keys, search, menu, and what it does when the server is away.</summary>
[Collection(Stories.Name)]
public sealed class FrameTests(FinishedStory finished)
{
    [BrowserFact]
    public async Task Keys_Alone_GoToPagesFindARunChooseTheLookAndStandStill()
    {
        await using Tab tab = await (await finished.Site()).Open("/");
        IKeyboard keys = tab.Page.Keyboard;

        await keys.PressAsync("g");
        await keys.PressAsync("t");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Expect(tab.Page.Locator(":focus")).ToHaveTextAsync("Traces");

        await keys.PressAsync("/");
        await keys.TypeAsync("lifecycle-000");
        ILocator second = tab.Page.GetByRole(AriaRole.Option).Nth(1);
        await Expect(second).ToHaveTextAsync("lifecycle-0001run");
        await keys.PressAsync("ArrowDown");
        await Expect(second).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Empty(await tab.Violations());
        await keys.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("lifecycle-0001");

        await keys.PressAsync("Escape");
        await tab.Page.Locator("#main").FocusAsync();
        await keys.PressAsync("d");
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await keys.PressAsync("p");
        await Expect(tab.Page.Locator(".live")).ToHaveAttributeAsync("aria-pressed", "true");

        await keys.PressAsync("?");
        ILocator help = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await Expect(help).ToBeVisibleAsync();
        Assert.Empty(await tab.Violations());
        await keys.PressAsync("Escape");
        await Expect(help).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Search_ByArrowsAmidTyping_LosesNoLetterAndLeavesTheCaretWhereItIs()
    {
        await using Tab tab = await (await finished.Site()).Open("/");
        IKeyboard keys = tab.Page.Keyboard;
        await keys.PressAsync("/");
        await keys.TypeAsync("lifecycle-00");
        await Expect(tab.Page.GetByRole(AriaRole.Option).Nth(1)).ToBeVisibleAsync();

        await keys.PressAsync("ArrowUp");
        await keys.TypeAsync("02");

        await Expect(tab.Page.Locator("#search")).ToHaveValueAsync("lifecycle-0002");
        await keys.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("lifecycle-0002");
    }

    [BrowserFact]
    public async Task Search_OfATelemetryThatCannotBeRead_SaysSoAndThePageLivesOn()
    {
        await using Site site = await Site.Empty();
        await using Tab tab = await site.Open("/runs");
        site.Home.Meddle("telemetry.db", "PRAGMA user_version = 99");

        await tab.Page.Locator("#search").FillAsync("lifecycle");
        ILocator problem = tab.Page.GetByRole(AriaRole.Alert);
        await Expect(problem).ToContainTextAsync("the telemetry schema is version 99");
        Assert.Empty(await tab.Violations());
        await tab.Page.Locator(".live").ClickAsync();
        await Expect(tab.Page.Locator(".live")).ToHaveAttributeAsync("aria-pressed", "true");

        site.Home.Meddle("telemetry.db", "PRAGMA user_version = 2");
        await problem.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await tab.Page.Locator("#search").FillAsync("life");
        await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Page_ThatHasStopped_SaysSoInTheLampTooAndCanBeLoadedAgain()
    {
        await using Tab tab = await (await finished.Site()).Open("/runs");
        ILocator notice = tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "This page has stopped." });
        await Expect(notice).ToBeHiddenAsync();

        // As Blazor does it when the server could not go on with the tab.
        await tab.Page.EvaluateAsync("document.getElementById('blazor-error-ui').style.display = 'block'");

        await Expect(notice).ToBeVisibleAsync();
        await Expect(notice.GetByRole(AriaRole.Button, new() { Name = "Load it again" })).ToHaveClassAsync(new Regex(@"\breload\b"));
        await Expect(tab.Page.Locator(".live")).ToHaveTextAsync("Stopped");
        Assert.Empty(await tab.Violations());
    }

    [BrowserFact]
    public async Task Copy_PressedTwiceOrRefused_SaysWhatCameOfItAndIsItselfAgain()
    {
        await using Tab tab = await (await finished.Site()).Open("/runs/lifecycle-0001");
        ILocator button = tab.Page.Locator("[data-copy]").First;
        await tab.Page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.resolve(); }");

        await button.ClickAsync();
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("data-told", "Copied");
        await Expect(button).ToHaveAccessibleNameAsync("Copy the command");
        await Expect(button).Not.ToHaveAttributeAsync("data-told", new Regex(""));

        await tab.Page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }");
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("data-told", "Could not be copied");
    }

    [BrowserFact]
    public async Task Skip_ByKeyboard_LeadsPastTheMenu()
    {
        await using Tab tab = await (await finished.Site()).Open("/runs");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the page" }).PressAsync("Enter");

        await Expect(tab.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Menu_OnAPhone_OpensLeadsToAPageAndCloses()
    {
        await using Tab tab = await (await finished.Site()).Open("/", Look.Phone);
        ILocator menu = tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        await Expect(menu).ToBeHiddenAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Expect(menu).ToBeVisibleAsync();
        Assert.Empty(await tab.Violations());
        await menu.GetByRole(AriaRole.Link, new() { Name = "Monitor" }).ClickAsync();

        await Expect(tab.Page).ToHaveURLAsync(new Regex("/monitor$"));
        await Expect(menu).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Filter_TypedFasterThanTheServerAnswers_KeepsEveryLetter()
    {
        await using Tab tab = await (await finished.Site()).Open("/runs");
        ILocator filter = tab.Page.GetByLabel("Contains");

        await filter.PressSequentiallyAsync("lifecycle-0001");

        await Expect(tab.Page.Locator("tbody th a")).ToHaveTextAsync(["lifecycle-0001"]);
        await Expect(filter).ToHaveValueAsync("lifecycle-0001");
        await Expect(tab.Page).ToHaveURLAsync(new Regex(@"\?q=lifecycle-0001$"));
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Clear all" }).ClickAsync();
        await Expect(filter).ToHaveValueAsync("");
    }
}
