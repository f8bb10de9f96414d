using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The monitor's pages in a browser, over a story whose drift is known.</summary>
[Collection(Stories.Name)]
public sealed class MonitorTests(FinishedStory finished)
{
    private string Endpoint => finished.Story.GetProperty("champions")[0].GetProperty("model").GetString()!;

    [BrowserFact]
    public async Task Check_ChosenWithAFeature_ShowsBothDistributionsTheirWordsAndAnAddress()
    {
        Site site = await finished.Site();
        string drifted = (string)site.Home.Query("catalog.db", "SELECT id FROM drift_reports WHERE drifted = 1 ORDER BY position DESC LIMIT 1")[0][0]!;
        await using Tab tab = await site.Open("/monitor");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = Endpoint }).ClickAsync();
        await tab.Page.GetByText("The numbers").First.ClickAsync();
        await Expect(tab.Page.GetByText("true drift", new() { Exact = false }).First).ToBeVisibleAsync();
        await tab.GoTo($"/monitor/{Endpoint}?check={drifted}");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "monthly_charges" }).ClickAsync();

        ILocator plot = tab.Page.GetByRole(AriaRole.Img, new() { Name = "Shares of monthly charges" });
        await Expect(plot).ToHaveAttributeAsync("data-drawn", new Regex("[1-9]"));
        await Expect(tab.Page.GetByText("Monthly charges rose: the share above")).ToBeVisibleAsync();
        await Expect(plot).ToHaveAccessibleNameAsync(new Regex("baseline, .* rows.*window .* requests"));
        Assert.Contains("feature=monthly_charges", tab.Page.Url, StringComparison.Ordinal);
        Assert.Contains($"check={drifted}", tab.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Alert_ThatIsOpen_IsTakenUpAndSilencedByDialog()
    {
        Site site = await finished.Site();
        string alert = Reopened(site.Home);
        await using Tab tab = await site.Open($"/monitor/{Endpoint}?tab=alerts");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = $"Acknowledge {alert}" }).ClickAsync();
        ILocator dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("expected a few words");
        await dialog.GetByLabel("What is done about it").FillAsync("the price list changed");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Who takes it up is ''; expected a name.");
        await dialog.GetByLabel("Who takes it up").FillAsync("anna");
        await Expect(dialog.GetByText("--note 'the price list changed'")).ToBeVisibleAsync();
        site.Home.Meddle("catalog.db", "CREATE TRIGGER meddled BEFORE UPDATE ON alerts BEGIN SELECT RAISE(ABORT, 'nothing can be written'); END");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("a database refused: SQLite Error 19: 'nothing can be written'");
        Assert.Empty(await tab.Violations());
        site.Home.Meddle("catalog.db", "DROP TRIGGER meddled");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(tab.Page.GetByText("acknowledged", new() { Exact = true })).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = $"Silence {alert}" }).ClickAsync();
        await dialog.GetByLabel("For how many simulated days").FillAsync("2");
        await dialog.GetByLabel("Why, for those who wonder").FillAsync("data migration");
        await Expect(dialog.GetByLabel("Who silences them")).ToHaveValueAsync("anna");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Silence" }).ClickAsync();
        await Expect(tab.Page.GetByText("silenced", new() { Exact = true })).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = alert }).ClickAsync();
        await Expect(tab.Page.GetByText("the price list changed")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("delivered").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Policy_InWords_IsChangedByTheForm()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"/monitor/{Endpoint}?tab=policy");
        await Expect(tab.Page.GetByText("Retrain on drift.")).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        ILocator dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("each so many days").CheckAsync();
        await dialog.GetByLabel("Days from one training to the next", new() { Exact = true }).FillAsync("30");
        await dialog.GetByLabel("Why", new() { Exact = true }).FillAsync("monthly at least");
        await dialog.GetByLabel("Who sets it").FillAsync("anna");
        await Expect(dialog.GetByText("policies set any periodic drift --every-days 30")).ToBeVisibleAsync();
        Assert.Empty(await tab.Violations());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Set policy" }).ClickAsync();

        await Expect(tab.Page.GetByText("any of (retrain every 30 days, retrain on drift).")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("monthly at least")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task InnerPages_OnAPhoneAndInTheDark_FitAndCanBeUsedByEverybody()
    {
        Site site = await finished.Site();
        string[] pages = [$"/monitor/{Endpoint}", $"/monitor/{Endpoint}?tab=alerts&alerts=all", $"/monitor/{Endpoint}?tab=policy", $"/monitor/{Endpoint}?tab=calls", "/monitor/alerts/alert-0001", "/monitor/nowhere"];
        Assert.Empty(await site.FaultsOf(Looks.OfInnerPages, pages));
    }

    // As an alert stands before checks are quiet: the story's own are over by its end.
    private static string Reopened(Home home)
    {
        string alert = (string)home.Query("catalog.db", "SELECT id FROM alerts ORDER BY position LIMIT 1")[0][0]!;
        home.Meddle("catalog.db", "UPDATE alerts SET closed_at = NULL WHERE id = (SELECT id FROM alerts ORDER BY position LIMIT 1)");
        return alert;
    }
}
