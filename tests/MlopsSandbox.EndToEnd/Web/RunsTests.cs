using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The list of runs, a run, and two beside each other.</summary>
[Collection(Stories.Name)]
public sealed partial class RunsTests(FinishedStory finished)
{
    private const string First = "lifecycle-0001", Second = "lifecycle-0002";

    [BrowserFact]
    public async Task List_FiltersSortsAndPicksInItsAddress_AndTwoRunsAreCompared()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open("/runs");

        await tab.Page.Locator("#run-workflow").SelectOptionAsync("lifecycle");
        await tab.Page.WaitForURLAsync("**/runs?workflow=lifecycle");
        await Expect(tab.Page.Locator("tbody th a")).ToHaveTextAsync([Second, First]);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Started" }).ClickAsync();
        await Expect(tab.Page.Locator("tbody th a")).ToHaveTextAsync([First, Second]);
        await tab.Page.GetByLabel($"Pick {First} to compare").CheckAsync();
        await tab.Page.GetByLabel($"Pick {Second} to compare").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();

        await tab.Page.WaitForURLAsync($"**/runs/compare?a={First}&b={Second}");
        ILocator inputs = tab.Page.Locator("section[aria-label=Inputs] tbody tr");
        await Expect(inputs.First).ToContainTextAsync("differs");
        await Expect(inputs.Filter(new() { HasText = "source" })).ToContainTextAsync("labelled");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Differences" }).ClickAsync();
        await Expect(tab.Page.Locator("section[aria-label=Inputs] tbody tr", new() { HasText = "same" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Run_ByKeyboard_ChoosesAnActivityAndShowsWhatItMade()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"/runs/{First}");
        await Expect(tab.Page.Locator("#stage-title")).ToContainTextAsync("Evaluate");

        await tab.Page.Locator("a[data-activity=tune]").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await tab.Page.WaitForURLAsync("**?stage=tune");
        await Expect(tab.Page.Locator("#stage-title")).ToContainTextAsync("Tune");
        await Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Trials" }).Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("tr.chosen th a[aria-current]")).ToHaveTextAsync("Tune the best family");
        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = TrialsFold() }).ClickAsync();
        await Expect(tab.Page.Locator("tr.trial").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Run_NoteAndTag_AreKeptAndShowWhatAnotherProcessDoesToo()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"/runs/{Second}");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Note" }).ClickAsync();
        await tab.Page.Locator("#deed-by").FillAsync("anna");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Note is ''; expected a few words.");
        await tab.Page.Locator("#deed-text").FillAsync("<b>after the price change</b>");
        Assert.Empty(await tab.Violations());
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();

        await Expect(tab.Page.Locator("dialog.dialog[open]")).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("section[aria-label=Facts] dl")).ToContainTextAsync("<b>after the price change</b>");

        Ending tagged = await MlopsProgram.Run(site.Home.Folder, "tag", Second, "told-elsewhere");
        Assert.Equal(0, tagged.ExitCode);
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "told-elsewhere", Exact = true })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Run_ThatWaitsForAPerson_IsApprovedInItsPageAndGoesOn()
    {
        Site site = await finished.Site();
        Ending waiting = await MlopsProgram.Run(site.Home.Folder, "run", Path.Combine(AppContext.BaseDirectory, "Definitions", "approval.json"), "--output", "json");
        Assert.Equal(3, waiting.ExitCode);
        string run = waiting.Json.GetProperty("id").GetString()!;
        await using Tab tab = await site.Open($"/runs/{run}");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Approve" }).First.ClickAsync();
        ILocator dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Who").FillAsync("anna");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("expected why, in a few words");
        await dialog.GetByLabel("Reason").FillAsync("tried in staging");
        await Expect(dialog.Locator(".command")).ToContainTextAsync($"approve {run} ok --reason 'tried in staging' --by anna");
        Assert.Empty(await tab.Violations());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(tab.Page.Locator("main .chip").First).ToHaveTextAsync("succeeded");
        await Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "tried in staging" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Run_ThatThereIsNot_SaysSoAndWhatToDo()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open("/runs/lifecycle-0100");

        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("there is no run 'lifecycle-0100'");
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "All runs" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task InnerPages_LightAndOnADarkPhone_FitTheScreenAndCanBeUsedByEverybody()
    {
        Site site = await finished.Site();
        string[] pages = [$"/runs/{First}", $"/runs/{First}?stage=tune&open=tune&do=rerun&at=tune", "/runs/monitor-0001", $"/runs/compare?a={First}&b={Second}"];

        Assert.Empty(await site.FaultsOf(Looks.OfInnerPages, pages));
    }

    [GeneratedRegex(@"\d+ trials")]
    private static partial Regex TrialsFold();
}
