namespace MlopsSandbox.EndToEnd.Web;

/// <summary>What holds for every page that the menu names.</summary>
[Collection(Stories.Name)]
public sealed class EveryPageTests(FinishedStory finished)
{
    [BrowserFact]
    public async Task Pages_InEveryLook_HaveAHeadingFitTheScreenAndCanBeUsedByEverybody()
    {
        Site site = await finished.Site();
        string[] pages = await MenuOf(site);

        List<string> problems = [];
        foreach (Look look in Looks.Tried)
        {
            await using Tab tab = await site.Open("/", look);
            foreach (string page in pages)
            {
                await tab.GoTo(page);
                if (await tab.Page.Locator("h1").CountAsync() != 1) problems.Add($"{page} {look}: expected one h1");
                if (await tab.Overflow() is > 0 and int pixels) problems.Add($"{page} {look}: sticks out by {pixels} pixels");
                problems.AddRange((await tab.Violations()).Select(violation => $"{page} {look}: {violation}"));
            }
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    private static async Task<string[]> MenuOf(Site site)
    {
        await using Tab tab = await site.Open("/");
        return await tab.Page.EvalOnSelectorAllAsync<string[]>("#menu a", "links => links.map(link => link.getAttribute('href'))");
    }
}
