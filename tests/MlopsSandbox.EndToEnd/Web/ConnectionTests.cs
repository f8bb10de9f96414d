using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>A page whose server goes away.</summary>
public sealed class ConnectionTests
{
    private static readonly LocatorAssertionsToBeHiddenOptions Patiently = new() { Timeout = 60_000 };

    [BrowserFact]
    public async Task Page_WhoseConnectionIsCut_SaysSoAndGoesOnWhereItWas()
    {
        await using Site site = await Site.Empty();
        await using Tab tab = await site.Open("/");
        Cable cable = await Cable.Of(tab.Page);
        await tab.GoTo("/workflows/lifecycle?tab=run");
        await tab.Page.GetByLabel("Tags").FillAsync("kept");
        ILocator notice = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "The connection is lost" });

        await cable.Cut();
        await Expect(notice).ToBeVisibleAsync();
        Assert.Empty(await tab.Violations());
        cable.Mend();

        await Expect(notice).ToBeHiddenAsync(Patiently);
        await Expect(tab.Page.GetByLabel("Tags")).ToHaveValueAsync("kept");
        await tab.Page.GetByLabel("Tags").FillAsync("kept again");
        await Expect(tab.Page.GetByText("--tag kept --tag again")).ToBeVisibleAsync();
        tab.ForgetComplaints();
    }

    [BrowserFact]
    public async Task Page_WhoseServerIsStartedAnew_SaysSoAndIsLoadedAgain()
    {
        await using Site site = await Site.Empty();
        await using Tab tab = await site.Open("/runs?q=kept");
        ILocator notice = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "The connection is lost" });

        await site.Stop();
        await Expect(notice).ToBeVisibleAsync();
        await site.StartAgain();

        await Expect(notice).ToBeHiddenAsync(Patiently);
        await tab.Page.WaitForSelectorAsync("body[data-live]");
        Assert.EndsWith("/runs?q=kept", tab.Page.Url, StringComparison.Ordinal);
        tab.ForgetComplaints();
    }
}
