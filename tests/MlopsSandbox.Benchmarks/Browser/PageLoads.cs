using MlopsSandbox.EndToEnd;
using MlopsSandbox.EndToEnd.Web;

namespace MlopsSandbox.Benchmarks.Browser;

/// <summary>How long each page of a home takes in a browser that has been there before: from its address, and from the menu. The server is warm; it, the browser and this program share two cores.</summary>
internal static class PageLoads
{
    /// <exception cref="FormatException">There is no home.</exception>
    public static async Task Run(string folder, int rounds)
    {
        if (!File.Exists(Path.Combine(folder, "catalog.db"))) throw new FormatException($"{folder}: found no catalog; expected a home to measure. Make one by seed --home {folder}.");
        Machine.UseTwoCores();
        using Home home = Home.At(folder);
        IReadOnlyList<(string Name, string Path)> pages = HomePages.Of(home.Path);
        await using Site site = await Site.Serve(home);
        await using ClockedTab tab = await ClockedTab.Of(await site.NewTab());
        Console.WriteLine($"{Machine.Name}\n");
        Table.Header(["page", .. Spread.Heads.Select(head => $"{head} until it lives"), .. Spread.Heads.Select(head => $"{head} until it is drawn")]);
        foreach ((string name, string path) in pages) Table.Row([name, .. await Loads(tab, path, rounds)]);
        Console.WriteLine();
        Table.Header(["page of the menu", .. Spread.Heads]);
        foreach ((string name, string path) in pages.Where(page => page.Path.LastIndexOf('/') == 0 && page.Path != "/")) Table.Row([name, .. (await Clicks(tab, path, rounds)).Cells]);
    }

    private static async Task<string[]> Loads(ClockedTab tab, string path, int rounds)
    {
        await tab.Load(path);
        List<LoadTimes> loads = [];
        for (int round = 0; round < rounds; round++) loads.Add(await tab.Load(path));
        return [.. Spread.Of(loads.Select(load => load.Live)).Cells, .. Spread.Of(loads.Select(load => load.Drawn)).Cells];
    }

    private static async Task<Spread> Clicks(ClockedTab tab, string path, int rounds)
    {
        await tab.Load(path);
        string heading = await tab.Heading();
        List<double> clicks = [];
        for (int round = 0; round <= rounds; round++)
        {
            await tab.Load("/");
            clicks.Add(await tab.ClickInMenu(path, heading));
        }

        return Spread.Of(clicks.Skip(1));
    }
}
