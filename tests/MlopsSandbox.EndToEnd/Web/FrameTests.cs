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
