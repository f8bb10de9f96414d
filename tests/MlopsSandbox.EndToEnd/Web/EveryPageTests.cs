namespace MlopsSandbox.EndToEnd.Web;

/// <summary>What holds for every page that the menu names.</summary>
[Collection(Stories.Name)]
public sealed class EveryPageTests(FinishedStory finished)
{
    [BrowserFact]
    public async Task Pages_InEveryLook_HaveAHeadingFitTheScreenAndCanBeUsedByEverybody()
    {
        Site site = await finished.Site();
        IReadOnlyList<string> faults = await site.FaultsOf(Looks.Tried, await site.Menu());

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
